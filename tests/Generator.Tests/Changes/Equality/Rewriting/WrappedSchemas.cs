using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>Schemas of properties as the only item of <c>allOf</c>, with their annotations beside it.</summary>
internal static class WrappedSchemas
{
    private static readonly string[] Annotations = ["title", "description", "default", "deprecated", "readOnly", "writeOnly", "example", "examples", "externalDocs"];

    public static DocumentTree? Apply(DocumentTree document, Random random)
    {
        if (Nodes.AnySchemaHas(document.Root, "$id", "$anchor", "$dynamicAnchor", "$dynamicRef") || Nodes.References(document.Root).Any(r => r.Contains("/properties/", StringComparison.Ordinal)))
            return null;
        return document with
        {
            Root = Nodes.Rewrite(document.Root, (map, kind) =>
                kind == OpenApiObjectKind.Schema && map["properties"] is SpecMap properties ? map.With("properties", properties.WithValues(p => Wrapped(p.Value, document.Version))) : map),
        };
    }

    private static SpecNode Wrapped(SpecNode node, SpecVersion version) => node is not SpecMap schema || schema["allOf"] is not null || schema["discriminator"] is not null ? node
        // Up to 3.0 annotations beside a reference do not count.
        : schema[SpecReference.Key] is not null ? version >= SpecVersion.OpenApi31 || schema.Entries.Count == 1 ? Around(schema) : node
        : Around(schema);

    private static SpecMap Around(SpecMap schema)
    {
        var inner = schema.Without(e => Annotations.Contains(e.Key) || SpecGrammar.IsExtension(e.Key));
        return inner.Entries.Count == 0 ? schema : schema.Without(e => !Annotations.Contains(e.Key) && !SpecGrammar.IsExtension(e.Key)).With("allOf", Nodes.List(inner));
    }
}
