using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Normalization.Steps.Schemas;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>Converts parameters and headers: in 2.0 each is its own schema, and <c>collectionFormat</c> says how an array is serialized.</summary>
internal static class SwaggerParameters
{
    private static readonly HashSet<string> SchemaKeys = new(
        [
            "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern",
            "maxItems", "minItems", "uniqueItems", "enum", "multipleOf", "nullable", "readOnly",
            TypeLists.Key, ConstValues.Key,
            // What names or describes an enum's values, or its type.
            NameOverrideKeys.EnumValues, NameOverrideKeys.Type, ForeignKeywords.MicrosoftEnum, ForeignKeywords.ExtensibleEnum,
            .. ForeignKeywords.EnumNames.Keys, .. ForeignKeywords.EnumDescriptions.Keys, EnumNameMaps.Names, EnumNameMaps.Descriptions,
        ],
        StringComparer.Ordinal);

    public static bool IsBody(SpecMap parameter) => parameter["in"].AsText() == "body";

    /// <summary>Whether a parameter is a form field. One without a name is none, and stays a parameter that a later step reports.</summary>
    public static bool IsFormField(SpecMap parameter) => parameter["in"].AsText() == "formData" && parameter["name"] is not null;

    /// <summary>The parameter or header with a schema or content; itself if it is a reference or already has a schema.</summary>
    public static SpecMap Convert(SpecMap parameter)
    {
        if (parameter[SpecReference.Key] is not null || parameter["schema"] is not null)
            return parameter;

        var rest = parameter.Without(e => SchemaKeys.Contains(e.Key) || e.Key == "collectionFormat");
        var schema = Schema(parameter);
        var isArray = parameter["type"].AsText() == "array";
        return (isArray ? parameter["collectionFormat"].AsText() ?? "csv" : "", parameter["in"].AsText()) switch
        {
            ("", _) => rest.With("schema", schema),
            // 3.x has no style for it, and has the others in queries alone.
            ("tsv", _) => Styled("tabDelimited", false),
            ("ssv", _) => Styled("spaceDelimited", false),
            ("pipes", _) => Styled("pipeDelimited", false),
            ("multi", "query") => Styled("form", true),
            (_, "query") => Styled("form", false),
            _ => rest.With("schema", schema),
        };

        SpecMap Styled(string style, bool explode) => rest
            .With("style", SpecNodes.Text(parameter.Span, style))
            .With("explode", new SpecScalar(parameter.Span, ScalarKind.Boolean, explode ? "true" : "false"))
            .With("schema", schema);
    }

    /// <summary>The schema of a parameter's value.</summary>
    public static SpecMap Schema(SpecMap parameter)
    {
        var schema = new SpecMap(parameter.Span, parameter.Entries.Where(e => SchemaKeys.Contains(e.Key)).ToArray());
        return schema["items"] is SpecMap items ? schema.With("items", Schema(items)) : schema;
    }
}
