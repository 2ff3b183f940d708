using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Numbers;
using Kiln.Generator.Api.Schemas.Values;

namespace Kiln.Generator.Api.Unions;

/// <summary>
/// Says of two cases of a union that they are spellings of one value: an array of strings and one of strings or null, a map of integers and one of integers
/// in strings. They get one C# type, so nothing has to distinguish them. Scalars themselves are distinguished by their JSON types, or merged.
/// </summary>
internal static class OneType
{
    // An array schema can contain itself.
    private const int MaxDepth = 8;

    public static bool Have(SchemaNode one, SchemaNode other) => Have(one, other, depth: 0);

    private static bool Have(SchemaNode one, SchemaNode other, int depth)
    {
        one = one.Unwrapped();
        other = other.Unwrapped();
        if (ReferenceEquals(one, other))
            return true;
        if (depth > MaxDepth || !IsSimple(one) || !IsSimple(other))
            return false;

        return (one, other) switch
        {
            ({ Items: { } a }, { Items: { } b }) => one.Type is null or "array" && other.Type is null or "array" && Have(a, b, depth + 1),
            ({ AdditionalProperties: { } a }, { AdditionalProperties: { } b }) => one.Type is null or "object" && other.Type is null or "object" && Have(a, b, depth + 1),
            _ => ScalarOf(one) is { } a && ScalarOf(other) is { } b && ValueOf(a) == ValueOf(b),
        };
    }

    private static bool IsSimple(SchemaNode schema) =>
        schema.Enum is null && schema.Properties.Count + schema.PatternProperties.Count + schema.AllOf.Count == 0
        && (schema.Alternatives.Count == 0 || NumberSpelling.Of(schema) is not null);

    private static ScalarSchema? ScalarOf(SchemaNode schema)
    {
        var scalars = new ScalarReader([]);
        return schema switch
        {
            { Type: "string" or "file" } => scalars.ReadString(schema),
            { Type: "integer" or "number" or "boolean", Type: { } type } => scalars.Read(schema, type),
            _ => NumberSpelling.Of(schema) is { } number ? scalars.Read(number) : null,
        };
    }

    /// <summary>What the values of a scalar are, whatever they look like in JSON. Those with one name here have one C# type, which a test checks.</summary>
    public static string ValueOf(ScalarSchema scalar) => (scalar.Type, scalar.Format) switch
    {
        ("integer" or "number", "double-int" or "sf-integer") => "int64",
        ("integer" or "number", "sf-decimal") => "decimal",
        ("integer" or "number", "unixtime") => "date-time",
        ("integer", { } format) when !NumberFormats.Contains(format) => "int64",
        ("number", { } format) when !NumberFormats.Contains(format) => "double",
        ("integer", null) => "int64",
        ("number", null) => "double",
        ("string", "http-date") => "date-time",
        ("string", "time-local") => "time",
        ("string", "base64url") => "byte",
        ("string", "uri-reference" or "iri" or "iri-reference") => "uri",
        ("string", "ipv6") => "ipv4",
        ("string", "int-or-string") => "literal",
        ("string", "binary") => "string",
        (_, "decimal128") => "decimal",
        ("string", { } format) when ConvertedFormats.Contains(format) => format,
        ("integer" or "number", { } format) => format,
        var (type, _) => type,
    };
}
