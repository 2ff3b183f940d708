using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Types.Values;

/// <summary>The C# types of scalars, by JSON type and format. docs/contributing.md says what else a new row needs.</summary>
internal static class Primitives
{
    // The formats of the OpenAPI format registry (https://spec.openapis.org/registry/format/) that .NET has a type for; all others are plain strings.
    public static readonly Primitive[] All =
    [
        new("string",  null,              "string",         "String",  EmptyValue: "\"\""),
        new("string",  "date-time",       "DateTimeOffset", "DateTime",                Namespace: "System"),
        new("string",  "date-time-local", "DateTime",       "LocalDateTime",           Namespace: "System"),
        new("string",  "http-date",       "DateTimeOffset", "HttpDate",                Namespace: "System"),
        new("string",  "date",            "DateOnly",       "Date",                    Namespace: "System"),
        new("string",  "time",            "TimeOnly",       "Time",                    Namespace: "System"),
        new("string",  "time-local",      "TimeOnly",       "LocalTime",               Namespace: "System"),
        new("string",  "duration",        "TimeSpan",       "Duration",                Namespace: "System"),
        new("string",  "uuid",            "Guid",           "Guid",                    Namespace: "System"),

        // What NSwag and Swashbuckle call a TimeSpan and a Guid.
        new("string",  "time-span",       "TimeSpan",       "DotNetDuration",          Namespace: "System"),
        new("string",  "timespan",        "TimeSpan",       "DotNetDuration",          Namespace: "System"),
        new("string",  "date-span",       "TimeSpan",       "DotNetDuration",          Namespace: "System"),
        new("string",  "guid",            "Guid",           "Guid",                    Namespace: "System"),
        new("string",  "uri",             "Uri",            "Uri",     EmptyValue: NoUri, Namespace: "System"),
        new("string",  "uri-reference",   "Uri",            "Uri",     EmptyValue: NoUri, Namespace: "System"),
        new("string",  "iri",             "Uri",            "Uri",     EmptyValue: NoUri, Namespace: "System"),
        new("string",  "iri-reference",   "Uri",            "Uri",     EmptyValue: NoUri, Namespace: "System"),
        new("string",  "ipv4",            "IPAddress",      "IPAddress", EmptyValue: "new(0)",            Namespace: "System.Net"),
        new("string",  "ipv6",            "IPAddress",      "IPAddress", EmptyValue: "new(new byte[16])", Namespace: "System.Net"),
        new("string",  "char",            "char",           "Char"),
        new("string",  "byte",            "byte[]",         "Base64",    EmptyValue: "[]"),
        new("string",  "base64url",       "byte[]",         "Base64Url", EmptyValue: "[]"),
        new("string",  "int-or-string",   "JsonLiteral",    "Literal",                 Namespace: "Kiln.Runtime.Wire"),

        // Numbers in strings, which is how services send what JavaScript cannot hold.
        new("string",  "int8",       "sbyte",   "AsString(WireType.Int8)"),
        new("string",  "uint8",      "byte",    "AsString(WireType.UInt8)"),
        new("string",  "int16",      "short",   "AsString(WireType.Int16)"),
        new("string",  "uint16",     "ushort",  "AsString(WireType.UInt16)"),
        new("string",  "int32",      "int",     "AsString(WireType.Int32)"),
        new("string",  "uint32",     "uint",    "AsString(WireType.UInt32)"),
        new("string",  "int64",      "long",    "AsString(WireType.Int64)"),
        new("string",  "uint64",     "ulong",   "AsString(WireType.UInt64)"),
        new("string",  "float",      "float",   "AsString(WireType.Single)"),
        new("string",  "double",     "double",  "AsString(WireType.Double)"),
        new("string",  "decimal",    "decimal", "AsString(WireType.Decimal)"),
        new("string",  "decimal128", "decimal", "AsString(WireType.Decimal)"),

        // An integer without a format has no bound (OpenAPI 3.0.3, "Data Types"), so it gets the wide type.
        new("integer", null,         "long",    "Int64"),
        new("number",  null,         "double",  "Double"),
        .. Numbers("integer"),
        .. Numbers("number"),
        new("number",  "float",      "float",   "Single"),
        new("number",  "double",     "double",  "Double"),

        new("boolean", null,         "bool",    "Boolean"),
        new("literal", null,         "JsonLiteral", "Literal", Namespace: "Kiln.Runtime.Wire"),
    ];

    private const string NoUri = "new(\"\", UriKind.Relative)";

    private static Primitive[] Numbers(string type) =>
    [
        new(type, "int8",       "sbyte",          "Int8"),
        new(type, "uint8",      "byte",           "UInt8"),
        new(type, "int16",      "short",          "Int16"),
        new(type, "uint16",     "ushort",         "UInt16"),
        new(type, "int32",      "int",            "Int32"),
        new(type, "uint32",     "uint",           "UInt32"),
        new(type, "int64",      "long",           "Int64"),
        new(type, "uint64",     "ulong",          "UInt64"),
        new(type, "double-int", "long",           "Int64"),
        new(type, "sf-integer", "long",           "Int64"),
        new(type, "sf-decimal", "decimal",        "Decimal"),
        new(type, "decimal",    "decimal",        "Decimal"),
        new(type, "decimal128", "decimal",        "Decimal"),
        new(type, "unixtime",   "DateTimeOffset", "UnixTime", Namespace: "System"),
    ];

    private static readonly Dictionary<(string, string?), Primitive> ByFormat = All.ToDictionary(p => (p.Type, p.Format));

    /// <summary>Any JSON.</summary>
    public static Primitive Json { get; } = new("any", null, "JsonElement", "Json", Namespace: "System.Text.Json");

    public static Primitive String { get; } = Find("string", null);

    /// <summary>The row of a schema, with all spellings of its values.</summary>
    public static Primitive Of(ScalarSchema scalar) => Find(scalar.Type, scalar.Format).Spelled(scalar.AllowsString, scalar.AllowsNamedLiterals);

    /// <summary>The row of a C# type that numbers have; <see langword="null"/> for any other type.</summary>
    public static Primitive? NumberOf(string csharp) => Array.Find(All, p => p.CSharp == csharp && p is { Type: "integer" or "number", Format: not "unixtime" });

    public static Primitive Find(string type, string? format) =>
        ByFormat.TryGetValue((type, format), out var found) ? found : ByFormat[(type, null)];
}
