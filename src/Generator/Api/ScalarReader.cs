using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;

namespace Kiln.Generator.Api;

/// <summary>Reads single values. Formats are open (OpenAPI 3.1.1, "Data Type Format"): an unknown one says nothing, one of another type is told of.</summary>
internal sealed class ScalarReader(SpecDocument spec, List<DiagnosticInfo> diagnostics)
{
    // The formats that stand for a text and nothing else, by the OpenAPI format registry and JSON Schema.
    private static readonly HashSet<string> OfTexts = new(StringComparer.Ordinal)
    {
        "date-time", "date", "time", "date-time-local", "time-local", "duration", "http-date", "uuid", "uri", "uri-reference", "uri-template", "iri",
        "iri-reference", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "byte", "binary", "base64url", "char", "password", "regex",
        "json-pointer", "relative-json-pointer", "html", "commonmark", "media-range", "sf-string", "sf-token", "sf-binary",
    };

    private static readonly HashSet<string> OfFractions = new(StringComparer.Ordinal) { "float", "double" };

    private static readonly HashSet<string> OfNumbers = new(StringComparer.Ordinal)
    {
        "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "double-int", "float", "double", "decimal", "decimal128", "unixtime",
        "sf-integer", "sf-decimal",
    };

    public ScalarSchema Read(string type, string? format, string pointer)
    {
        if (format is null || !IsOfOther(type, format))
            return new(type, format);

        diagnostics.Add(new(ApiRules.FormatTypeMismatch, spec.PlaceOf(pointer + "/format"), format, type));
        return new(type, null);
    }

    // A number may travel in a string, so its formats are those of texts as well; a moment in seconds may not.
    private static bool IsOfOther(string type, string format) => type switch
    {
        "integer" => OfTexts.Contains(format) || OfFractions.Contains(format),
        "number" => OfTexts.Contains(format),
        "boolean" => OfTexts.Contains(format) || OfNumbers.Contains(format),
        _ => format is "unixtime",
    };
}
