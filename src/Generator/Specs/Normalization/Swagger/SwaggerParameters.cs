using Kiln.Generator.Specs.Normalization.Steps.Schemas;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>In 2.0 a parameter or a header is its own schema, and a list is spelled by its <c>collectionFormat</c>.</summary>
internal static class SwaggerParameters
{
    private static readonly HashSet<string> OfSchema = new(StringComparer.Ordinal)
    {
        "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern",
        "maxItems", "minItems", "uniqueItems", "enum", "multipleOf", "nullable", "readOnly",
        TypeLists.Key, "x-kiln-const", "x-enum-varnames", "x-enumNames", "x-enum-names", "x-enum-descriptions", "x-enumDescriptions",
    };

    public static SpecNode Convert(SpecMap parameter)
    {
        if (parameter[SpecReference.Key] is not null || parameter["schema"] is not null)
            return parameter;

        var rest = parameter.Without(e => OfSchema.Contains(e.Key) || e.Key == "collectionFormat");
        var schema = Schema(parameter);
        var isList = parameter["type"].AsText() == "array";
        return (isList ? parameter["collectionFormat"].AsText() ?? "csv" : "", parameter["in"].AsText()) switch
        {
            ("", _) => rest.With("schema", schema),
            // 3.0 has no style for it.
            ("tsv", _) => rest.With("content", Map(parameter, "text/tab-separated-values", Map(parameter, "schema", schema))),
            ("ssv", "query") => Styled("spaceDelimited", false),
            ("pipes", "query") => Styled("pipeDelimited", false),
            ("multi", "query") => Styled("form", true),
            (_, "query") => Styled("form", false),
            _ => rest.With("schema", schema),
        };

        SpecMap Styled(string style, bool explode) => rest
            .With("style", SpecNodes.Text(parameter.Span, style))
            .With("explode", new SpecScalar(parameter.Span, ScalarKind.Boolean, explode ? "true" : "false"))
            .With("schema", schema);
    }

    /// <summary>What a parameter says of its value.</summary>
    public static SpecMap Schema(SpecMap parameter)
    {
        var schema = new SpecMap(parameter.Span, parameter.Entries.Where(e => OfSchema.Contains(e.Key)).ToArray());
        return schema["items"] is SpecMap items ? schema.With("items", Schema(items)) : schema;
    }

    private static SpecMap Map(SpecMap at, string key, SpecNode value) => SpecNodes.EmptyMap(at.Span).With(key, value);
}
