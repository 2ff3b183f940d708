using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Numbers;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Schemas.Values;

/// <summary>Reads scalars. Formats are open (OpenAPI 3.1.1, "Data Type Format"): an unknown one is ignored, one of another type is reported.</summary>
internal sealed class ScalarReader(List<DiagnosticInfo> diagnostics)
{
    // The formats of strings and nothing else, by the OpenAPI format registry and JSON Schema.
    private static readonly HashSet<string> StringFormats = new(StringComparer.Ordinal)
    {
        "date-time", "date", "time", "date-time-local", "time-local", "duration", "time-span", "timespan", "date-span", "http-date", "uuid", "guid", "uri", "uri-reference", "uri-template", "iri",
        "iri-reference", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "byte", "binary", "base64url", "char", "password", "regex",
        "json-pointer", "relative-json-pointer", "html", "commonmark", "media-range", "sf-string", "sf-token", "sf-binary",
    };

    /// <summary>A string, whose format OpenAPI 3.1 may write as <c>contentEncoding</c>, and .NET as a <c>pattern</c>. The type <c>file</c> is one of bytes.</summary>
    public ScalarSchema ReadString(SchemaNode schema)
    {
        if (schema.Type == "file")
            return new("string", "binary");

        return Read(schema, "string", schema["contentEncoding"].AsText() switch
        {
            "base64" => "byte",
            "base64url" => "base64url",
            "binary" => "binary",
            null when schema["contentMediaType"].AsText() is { } mediaType => schema.Format ?? (IsText(mediaType) ? null : "binary"),
            _ => schema.Format ?? PatternFormats.Of(schema["pattern"].AsText()),
        });
    }

    // A string of text or JSON stays one; any other has bytes (OpenAPI 3.1.1, "Working with Binary Data").
    private static bool IsText(string mediaType) => MediaTypes.NameOf(mediaType) is var name && (MediaTypes.KindOf(name) != BodyKind.Stream || name.EndsWith("xml", StringComparison.Ordinal));

    /// <summary>A scalar of a type, with the schema's format.</summary>
    public ScalarSchema Read(SchemaNode schema, string type) => Read(schema, type, schema.Format);

    /// <summary>A number that has other spellings than that of JSON.</summary>
    public ScalarSchema Read(NumberSpelling number) =>
        Read(number.FormatSource, number.Type) with { AllowsString = number.AllowsString, AllowsNamedLiterals = number.AllowsNamedLiterals };

    private ScalarSchema Read(SchemaNode schema, string type, string? format)
    {
        if (format is null || !BelongsToOtherType(type, format))
            return new(type, format);

        diagnostics.Add(new(ApiRules.FormatTypeMismatch, schema.LocationOf("format"), format, type));
        return new(type, null);
    }

    // A number may be sent as a string, so its formats are those of strings as well; a time in seconds may not.
    private static bool BelongsToOtherType(string type, string format) => type switch
    {
        "integer" => StringFormats.Contains(format) || NumberFormats.IsBinaryFraction(format),
        "number" => StringFormats.Contains(format),
        "boolean" => StringFormats.Contains(format) || NumberFormats.Contains(format),
        _ => format is "unixtime",
    };
}
