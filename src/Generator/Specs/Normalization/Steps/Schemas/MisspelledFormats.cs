using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>Reports a format that is similar to one with a meaning. Any other unknown format is a service's own.</summary>
internal static class MisspelledFormats
{
    // JSON Schema's formats and those of the OpenAPI format registry, and names of types that .NET's and other tools write.
    private static readonly string[] Known =
    [
        "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double", "decimal", "decimal128", "double-int",
        "date", "date-time", "date-time-local", "time", "time-local", "duration", "http-date", "unixtime",
        "uuid", "uri", "uri-reference", "uri-template", "iri", "iri-reference", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6",
        "json-pointer", "relative-json-pointer", "regex", "byte", "binary", "base64url", "char", "password", "commonmark", "html", "media-range",
    ];

    // Similar to one above, and no mistake.
    private static readonly HashSet<string> Own = new(Known, StringComparer.Ordinal)
    {
        "int", "uint", "long", "ulong", "short", "ushort", "sbyte", "bool", "boolean", "string", "number", "integer", "guid", "url", "ip", "cidr", "mac", "base64", "bytes", "int-or-string",
        "timestamp", "timespan", "datetime", "int128", "uint128", "bigint", "float32", "float64", "float16", "single", "cdate", "currency", "file", "sf-decimal", "sf-integer", "sf-string",
        "sf-boolean", "sf-binary", "sf-token", "ipv4-cidr", "ipv6-cidr", "text", "phone", "hex", "dateonly", "timeonly", "date-only", "time-only", "year", "idn-uri", "urn", "uuid4", "ulid",
    };

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind is not (OpenApiObjectKind.Schema or OpenApiObjectKind.Parameter or OpenApiObjectKind.Header) || node is not SpecMap map || map["format"] is not { } value)
            return node;
        if (value.AsText() is { Length: > 0 } format && !Own.Contains(format) && context.Suggestions.Find(format, Known) is { } similar)
            context.Report(SpecRules.MisspelledFormat, value.Location, format, similar);
        return map;
    }
}
