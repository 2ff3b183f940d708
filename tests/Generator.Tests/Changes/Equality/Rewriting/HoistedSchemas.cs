using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>Inline schemas as components, to which there are references in their places.</summary>
internal sealed class HoistedSchemas
{
    private static readonly (string Name, OpenApiObjectKind Kind)[] Sections =
    [
        ("responses", OpenApiObjectKind.Response),
        ("requestBodies", OpenApiObjectKind.RequestBody),
        ("parameters", OpenApiObjectKind.Parameter),
        ("headers", OpenApiObjectKind.Header),
    ];

    private static readonly string[] Structure = ["properties", "items", "enum", "oneOf", "anyOf", "additionalProperties"];

    private readonly DocumentTree document;
    private readonly HashSet<SpecNode> fixedNodes = [];
    private readonly List<(string Name, SpecNode Schema)> hoisted = [];
    private readonly string prefix;

    private HoistedSchemas(DocumentTree document)
    {
        this.document = document;
        prefix = document.Version == SpecVersion.Swagger20 ? "#/definitions/" : "#/components/schemas/";
        // What is on the way to something that is referred to has to stay there.
        foreach (var tokens in Nodes.References(document.Root).Select(r => SpecReference.ResolveTokens(document.Root, r)).OfType<string[]>())
        {
            for (var length = 1; length <= tokens.Length; length++)
                fixedNodes.Add(JsonPointer.Find(document.Root, tokens[..length])!);
        }
        // What nobody uses is nothing of the API. Its schemas would be, as components.
        foreach (var (section, kind) in Sections)
        {
            foreach (var entry in ((document.Root["components"] as SpecMap)?[section] as SpecMap)?.Entries ?? [])
            {
                if (!fixedNodes.Contains(entry.Value))
                    SpecWalk.Visit(entry.Value, kind, (map, _) => fixedNodes.Add(map));
            }
        }
    }

    public static DocumentTree? Apply(DocumentTree document, Random random)
    {
        if (Nodes.AnySchemaHas(document.Root, "$id", "$anchor", "$dynamicAnchor", "$dynamicRef"))
            return null;
        var hoisted = new HoistedSchemas(document);
        var changed = Nodes.Rewrite(document.Root, hoisted.WithReferences);
        string[] section = document.Version == SpecVersion.Swagger20 ? ["definitions"] : ["components", "schemas"];
        return hoisted.hoisted.Count == 0 ? null : document with { Root = changed.WithEntries(section, [.. hoisted.hoisted.Select(h => new SpecEntry(h.Name, default, h.Schema))]) };
    }

    private SpecNode WithReferences(SpecMap map, OpenApiObjectKind kind) => kind switch
    {
        OpenApiObjectKind.MediaType or OpenApiObjectKind.Response => map.WithValues(e => e.Key is "schema" ? Hoisted(e.Value, map) : e.Value),
        OpenApiObjectKind.Schema => map.WithValues(e => e switch
        {
            { Key: "items" or "additionalProperties" } => Hoisted(e.Value, map),
            { Key: "properties", Value: SpecMap properties } => properties.WithValues(p => Hoisted(p.Value, map)),
            { Key: "oneOf" or "anyOf", Value: SpecList list } when map["discriminator"] is null => list.WithItems(i => Hoisted(i, map)),
            _ => e.Value,
        }),
        _ => map,
    };

    private SpecNode Hoisted(SpecNode node, SpecMap parent)
    {
        if (node is not SpecMap { Entries.Count: > 1 } schema || fixedNodes.Contains(node) || schema[SpecReference.Key] is not null || schema["allOf"] is not null || schema["discriminator"] is not null)
            return node;
        // The items of a parameter of OpenAPI 2.0 are not a schema, and cannot be a reference.
        if (document.Version == SpecVersion.Swagger20 && schema["type"].AsText() != "object" || schema["type"] is null && schema["properties"] is null && schema["oneOf"] is null && schema["anyOf"] is null)
            return node;
        // A schema that says no more than a type is one type among others where it is an alternative.
        if (!Structure.Any(key => schema[key] is not null))
            return node;
        var name = $"Hoisted{hoisted.Count}";
        hoisted.Add((name, node));
        return Nodes.Reference(prefix + name);
    }
}
