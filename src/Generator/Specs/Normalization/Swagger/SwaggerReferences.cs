using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Swagger;

/// <summary>Changes each <c>$ref</c> to the location that its target has in 3.0, and the schema keywords that 3.0 has in another form.</summary>
internal sealed class SwaggerReferences
{
    private readonly SpecMap root;
    private readonly SwaggerBodies bodies;

    private SwaggerReferences(SpecMap root)
    {
        this.root = root;
        bodies = new SwaggerBodies(root);
    }

    public static SpecMap Convert(SpecMap root) => (SpecMap)SpecRewriter.Rewrite(root, OpenApiObjectKind.Document, new SwaggerReferences(root).Convert)!;

    private SpecNode Convert(SpecNode node, OpenApiObjectKind kind)
    {
        if (node is not SpecMap map)
            return node;
        if (map[SpecReference.Key] is { } value && value.AsText() is { } reference)
            map = map.With(SpecReference.Key, SpecNodes.Text(value.Span, Convert(reference)));
        if (kind == OpenApiObjectKind.Discriminator)
            return map.WithTargets(e => e.Value.AsText() is { } target ? SpecNodes.Text(e.Value.Span, Convert(target)) : e.Value);
        return kind is OpenApiObjectKind.Schema or OpenApiObjectKind.Parameter or OpenApiObjectKind.Header ? ConvertSchemaKeywords(map) : map;
    }

    private static SpecMap ConvertSchemaKeywords(SpecMap map)
    {
        if (map["type"].AsText() == "file")
            map = map.With("type", SpecNodes.Text(map["type"]!.Span, "string")).With("format", SpecNodes.Text(map["type"]!.Span, "binary"));
        return map;
    }

    private string Convert(string reference)
    {
        if (SpecReference.ResolveTokens(root, reference) is not { } tokens)
            return reference;

        string[]? converted = tokens switch
        {
            ["definitions", ..] => ["components", "schemas", .. tokens.Skip(1)],
            ["parameters", var name] => ["components", IsBody(name) ? "requestBodies" : "parameters", name],
            ["parameters", var name, "schema", ..] => ["components", "requestBodies", name, "content", bodies.Consumed(null)[0], .. tokens.Skip(2)],
            ["parameters", var name, ..] => ["components", "parameters", name, "schema", .. tokens.Skip(2)],
            ["responses", var name, "schema", ..] => ["components", "responses", name, "content", bodies.Produced(null)[0], .. tokens.Skip(2)],
            ["responses", ..] => ["components", .. tokens],
            ["paths", var path, var method, "responses", _, "schema", ..] =>
                [.. tokens.Take(5), "content", bodies.Produced(JsonPointer.Find(root, new[] { "paths", path, method }) as SpecMap)[0], .. tokens.Skip(5)],
            _ => null,
        };
        return converted is null ? reference : SpecReference.Write(converted);
    }

    private bool IsBody(string name) => JsonPointer.Find(root, new[] { "parameters", name }) is SpecMap parameter && SwaggerParameters.IsBody(parameter);
}
