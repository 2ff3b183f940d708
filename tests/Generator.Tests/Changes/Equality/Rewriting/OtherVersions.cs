using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Normalization.Swagger;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>The document in another version of OpenAPI, as far as that can say all that it says.</summary>
internal static class OtherVersions
{
    // What schemas of OpenAPI 3.1 can say and those of 3.0 cannot.
    private static readonly string[] NewKeywords =
    [
        "const", "if", "then", "else", "prefixItems", "patternProperties", "propertyNames", "contains", "dependentRequired", "dependentSchemas", "unevaluatedProperties",
        "unevaluatedItems", "contentEncoding", "contentMediaType", "contentSchema", "$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$defs", "$schema", "$comment",
    ];

    /// <summary>OpenAPI 2.0 as 3.0.</summary>
    public static DocumentTree? Converted(DocumentTree document, Random random) =>
        document.Version == SpecVersion.Swagger20 ? document with { Root = SwaggerConverter.Convert(document.Root) } : null;

    /// <summary>OpenAPI 3.0 as 3.1: null is a type, exclusive limits are numbers, and a schema has a list of examples.</summary>
    public static DocumentTree? Newer(DocumentTree document, Random random) => document.Version != SpecVersion.OpenApi30 || IsReadDifferently(document.Root) ? null : document with
    {
        Root = Nodes.Rewrite(document.Root.With("openapi", Nodes.Text("3.1.0")), (map, kind) => kind == OpenApiObjectKind.Schema ? Newer(map) : map),
    };

    /// <summary>OpenAPI 3.1 as 3.0.</summary>
    public static DocumentTree? Older(DocumentTree document, Random random)
    {
        if (document.Version != SpecVersion.OpenApi31 || IsReadDifferently(document.Root) || document.Root["webhooks"] is not null || document.Root["jsonSchemaDialect"] is not null
            || (document.Root["components"] as SpecMap)?["pathItems"] is not null || Nodes.AnySchemaHas(document.Root, NewKeywords) || !Nodes.Of(document.Root, OpenApiObjectKind.Schema).All(CanBeOlder))
            return null;
        return document with { Root = Nodes.Rewrite(document.Root.With("openapi", Nodes.Text("3.0.3")), (map, kind) => kind == OpenApiObjectKind.Schema ? Older(map) : map) };
    }

    // What 3.0 ignores and 3.1 does not: the bodies of some methods, and how parts of a multipart form are written.
    private static bool IsReadDifferently(SpecMap root) =>
        Nodes.Of(root, OpenApiObjectKind.PathItem).Any(item => new[] { "get", "head", "delete" }.Any(method => (item[method] as SpecMap)?["requestBody"] is not null))
        || Nodes.Of(root, OpenApiObjectKind.Encoding).Any(encoding => new[] { "style", "explode", "allowReserved" }.Any(key => encoding[key] is not null));

    private static SpecNode Newer(SpecMap schema)
    {
        // Beside a reference nothing counts.
        if (schema.Entry(SpecReference.Key) is { } reference)
            return new SpecMap(default, [reference]);
        schema = WithNumber(WithNumber(schema, "maximum", "exclusiveMaximum"), "minimum", "exclusiveMinimum");
        if (schema["example"] is { } example && schema["examples"] is null)
            schema = schema.Without(e => e.Key == "example").With("examples", Nodes.List(example));
        if (!schema["nullable"].IsTrue())
            return schema.Without(e => e.Key == "nullable");
        schema = schema.Without(e => e.Key == "nullable");
        return schema["type"] is { } type ? schema.With("type", Nodes.List(type, Nodes.Text("null")))
            : new[] { "oneOf", "anyOf" }.FirstOrDefault(k => schema[k] is SpecList) is { } union ? schema.With(union, Nodes.List([.. ((SpecList)schema[union]!).Items, Nodes.Map(("type", Nodes.Text("null")))]))
            : schema["allOf"] is SpecList { Items: [var only] } ? schema.WithValues(e => e.Key == "allOf" ? null : e.Value).With("anyOf", Nodes.List(only, Nodes.Map(("type", Nodes.Text("null")))))
            : schema;
    }

    // A limit that excludes itself.
    private static SpecMap WithNumber(SpecMap schema, string limit, string exclusive) => schema[exclusive] switch
    {
        SpecScalar { Kind: ScalarKind.Boolean, Text: "true" } when schema[limit] is { } number => schema.Without(e => e.Key == limit).With(exclusive, number),
        SpecScalar { Kind: ScalarKind.Boolean } => schema.Without(e => e.Key == exclusive),
        _ => schema,
    };

    private static bool CanBeOlder(SpecMap schema) =>
        schema["examples"] is null or SpecList { Items.Count: 1 }
        && (schema["examples"] is null || schema["example"] is null)
        && (schema["type"] is not SpecList list || list.Items.Count is 1 || list.Items.Count is 2 && list.Items.Any(i => i.AsText() == "null"))
        && schema["type"].AsText() != "null"
        && schema["nullable"] is null;

    private static SpecNode Older(SpecMap schema)
    {
        if (schema["type"] is SpecList types)
        {
            schema = schema.With("type", types.Items.First(t => t.AsText() != "null" || types.Items.Count == 1));
            if (types.Items.Count > 1)
                schema = schema.With("nullable", Nodes.True);
        }
        foreach (var (limit, exclusive) in new[] { ("maximum", "exclusiveMaximum"), ("minimum", "exclusiveMinimum") })
        {
            if (schema[exclusive] is SpecScalar { Kind: ScalarKind.Number } number && schema[limit] is null)
                schema = schema.With(limit, number).With(exclusive, Nodes.True);
        }
        if (schema["examples"] is SpecList { Items: [var example] })
            schema = schema.Without(e => e.Key == "examples").With("example", example);
        return schema.Entries.Count > 1 && schema.Entry(SpecReference.Key) is { } reference && schema["allOf"] is null
            ? schema.Without(e => e == reference).With("allOf", Nodes.List(new SpecMap(default, [reference])))
            : schema;
    }
}
