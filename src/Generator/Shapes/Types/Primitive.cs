namespace Kiln.Generator.Shapes.Types;

/// <summary>How one kind of single value looks in C#.</summary>
/// <example><c>string</c> of format <c>date-time</c> is a <c>DateTimeOffset</c>, read and written by <c>WireType.DateTime</c>.</example>
/// <param name="Type">The schema's type.</param>
/// <param name="Format">The schema's format; <see langword="null"/> for none and for those that are not in the table.</param>
/// <param name="CSharp">The C# type.</param>
/// <param name="Wire">The member of <c>WireType</c> that reads and writes it.</param>
/// <param name="Neutral">The value of a required field that a service left out; empty where that is <c>default</c>.</param>
/// <param name="Namespace">The namespace that the C# type needs; empty for keywords.</param>
internal sealed record Primitive(string Type, string? Format, string CSharp, string Wire, string Neutral = "", string Namespace = "")
{
    public bool IsValueType => Neutral.Length == 0;
}

/// <summary>All single values that are carried as something better than text or JSON. A new one is a new row.</summary>
internal static class Primitives
{
    private static readonly Primitive[] Table =
    [
        new("string",  null,        "string",         "Text",    Neutral: "\"\""),
        new("string",  "date-time", "DateTimeOffset", "DateTime",                Namespace: "System"),
        new("string",  "date",      "DateOnly",       "Date",                    Namespace: "System"),
        new("string",  "time",      "TimeOnly",       "Time",                    Namespace: "System"),
        new("string",  "duration",  "TimeSpan",       "Duration",                Namespace: "System"),
        new("string",  "uuid",      "Guid",           "Guid",                    Namespace: "System"),
        new("string",  "byte",      "byte[]",         "Bytes",  Neutral: "[]"),
        new("string",  "base64url", "byte[]",         "BytesUrl", Neutral: "[]"),

        // An integer without a format has no bound (OpenAPI 3.0.3, "Data Types"), so it gets the wide type.
        new("integer", null,        "long",           "Int64"),
        new("integer", "int32",     "int",            "Int32"),
        new("integer", "int64",     "long",           "Int64"),
        new("number",  null,        "double",         "Double"),
        new("number",  "float",     "float",          "Single"),
        new("number",  "double",    "double",         "Double"),
        new("number",  "decimal",   "decimal",        "Decimal"),
        new("boolean", null,        "bool",           "Boolean"),
    ];

    /// <summary>Any JSON.</summary>
    public static Primitive Json { get; } = new("any", null, "JsonElement", "Json", Namespace: "System.Text.Json");

    public static Primitive Text { get; } = Find("string", null);

    public static Primitive Find(string type, string? format) =>
        Table.FirstOrDefault(p => p.Type == type && p.Format == format) ?? Table.First(p => p.Type == type && p.Format is null);
}
