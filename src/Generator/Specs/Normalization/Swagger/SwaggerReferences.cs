using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>Lets each <c>$ref</c> lead to where 3.0 has its target, and spells schemas as 3.0 does.</summary>
internal static class SwaggerReferences
{
    public static SpecMap Apply(SpecMap root) => (SpecMap)SpecRewriter.Rewrite(root, OpenApiObjectKind.Document, (node, kind) => Rewrite(node, kind, root))!;

    private static SpecNode Rewrite(SpecNode node, OpenApiObjectKind kind, SpecMap root)
    {
        if (node is not SpecMap map)
            return node;
        if (map[SpecReference.Key].AsText() is { } reference)
            map = map.With(SpecReference.Key, SpecNodes.Text(map[SpecReference.Key]!.Span, Rewrite(reference, root)));
        if (kind == OpenApiObjectKind.Discriminator && map["mapping"] is SpecMap mapping)
            return map.With("mapping", mapping.WithValues(e => e.Value.AsText() is { } target ? SpecNodes.Text(e.Value.Span, Rewrite(target, root)) : e.Value));
        return kind is OpenApiObjectKind.Schema or OpenApiObjectKind.Parameter or OpenApiObjectKind.Header ? ConvertSchemaKeywords(map) : map;
    }

    private static SpecMap ConvertSchemaKeywords(SpecMap map)
    {
        if (map["x-nullable"] is SpecScalar { Kind: ScalarKind.Boolean } nullable && map["nullable"] is null)
            map = map.With("nullable", nullable);
        if (map["type"].AsText() == "file")
            map = map.With("type", SpecNodes.Text(map["type"]!.Span, "string")).With("format", SpecNodes.Text(map["type"]!.Span, "binary"));
        return map.Without(e => e.Key == "x-nullable");
    }

    private static string Rewrite(string reference, SpecMap root)
    {
        if (SpecReference.ResolveTokens(root, reference) is not { } tokens)
            return reference;

        var bodies = new SwaggerBodies(root);
        string[]? moved = tokens switch
        {
            ["definitions", ..] => ["components", "schemas", .. tokens.Skip(1)],
            ["parameters", var name] => ["components", IsBody(root, name) ? "requestBodies" : "parameters", name],
            ["parameters", var name, "schema", ..] => ["components", "requestBodies", name, "content", bodies.Consumed(null)[0], .. tokens.Skip(2)],
            ["parameters", var name, ..] => ["components", "parameters", name, "schema", .. tokens.Skip(2)],
            ["responses", var name, "schema", ..] => ["components", "responses", name, "content", bodies.Produced(null)[0], .. tokens.Skip(2)],
            ["responses", ..] => ["components", .. tokens],
            ["paths", var path, var method, "responses", _, "schema", ..] =>
                [.. tokens.Take(5), "content", bodies.Produced(JsonPointer.Find(root, new[] { "paths", path, method }) as SpecMap)[0], .. tokens.Skip(5)],
            _ => null,
        };
        return moved is null ? reference : "#" + string.Concat(moved.Select(t => "/" + JsonPointer.Escape(t)));
    }

    private static bool IsBody(SpecMap root, string name) => JsonPointer.Find(root, new[] { "parameters", name, "in" }).AsText() == "body";
}
