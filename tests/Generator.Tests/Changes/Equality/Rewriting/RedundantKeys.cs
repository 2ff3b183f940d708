using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>What holds where a document says nothing, written out.</summary>
internal static class RedundantKeys
{
    // The style of a parameter in each place, and whether a list in it is one parameter for each item.
    private static readonly Dictionary<string, (string Style, SpecScalar Explode)> Styles = new()
    {
        ["query"] = ("form", Nodes.True),
        ["cookie"] = ("form", Nodes.True),
        ["path"] = ("simple", Nodes.False),
        ["header"] = ("simple", Nodes.False),
    };

    public static DocumentTree? Apply(DocumentTree document, Random random)
    {
        if (document.Version == SpecVersion.Swagger20)
            return null;
        var isNewer = document.Version >= SpecVersion.OpenApi31;
        var isOpen = !Nodes.AnySchemaHas(document.Root, "unevaluatedProperties");
        return document with
        {
            Root = Nodes.Rewrite(document.Root, (map, kind) => map[SpecReference.Key] is not null ? map : kind switch
            {
                OpenApiObjectKind.Schema => Schema(map, isNewer, isOpen),
                OpenApiObjectKind.Parameter => Parameter(map),
                OpenApiObjectKind.RequestBody => map.Before(("required", Nodes.False)),
                OpenApiObjectKind.Operation => map.Before(("deprecated", Nodes.False)),
                OpenApiObjectKind.Header => map.Before(("required", Nodes.False), ("deprecated", Nodes.False)),
                _ => map,
            }),
        };
    }

    private static SpecMap Parameter(SpecMap parameter)
    {
        parameter = parameter.Before(("deprecated", Nodes.False));
        if (parameter["in"].AsText() is not { } place || !Styles.TryGetValue(place, out var style))
            return parameter;
        if (place != "path")
            parameter = parameter.Before(("required", Nodes.False));
        return parameter["schema"] is null || parameter["style"] is not null ? parameter : parameter.Before(("style", Nodes.Text(style.Style)), ("explode", style.Explode));
    }

    private static SpecMap Schema(SpecMap schema, bool isNewer, bool isOpen)
    {
        // Beside allOf it would contradict what a subschema says.
        if (schema["type"].AsText() is not { } type || schema["allOf"] is not null)
            return schema;
        schema = schema.Before(("deprecated", Nodes.False), ("readOnly", Nodes.False), ("writeOnly", Nodes.False));
        if (!isNewer)
            schema = schema.Before(("nullable", Nodes.False));
        return type switch
        {
            "object" when isOpen && schema["properties"] is not null => schema.Before(("additionalProperties", Nodes.True)),
            "array" => schema.Before(("uniqueItems", Nodes.False)),
            _ => schema,
        };
    }
}
