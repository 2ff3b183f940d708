namespace Kiln.Generator.Specs.Grammar;

/// <summary>Kinds of nodes, at their places and in words.</summary>
internal static class SpecKinds
{
    /// <summary>What the node of a pointer is: data where OpenAPI does not say, nothing for a map or list of nodes.</summary>
    public static SpecKind? At(SpecMap root, IReadOnlyList<string> tokens) => Along(root, tokens).Last();

    /// <summary>The same for the root and each node on the way to that of a pointer, which must be there.</summary>
    public static IEnumerable<SpecKind?> Along(SpecMap root, IReadOnlyList<string> tokens)
    {
        var kind = SpecKind.Document;
        Slot? container = null;
        SpecNode node = root;
        yield return kind;
        foreach (var token in tokens)
        {
            node = JsonPointer.Find(node, [token])!;
            if (container is { } around)
            {
                kind = around.Kind;
                container = null;
            }
            else
            {
                var slot = SpecGrammar.Of(kind, token);
                var isContainer = slot.Shape is SlotShape.Named or SlotShape.Patterned or SlotShape.Many || (slot.Shape == SlotShape.OneOrMany && node is SpecList);
                container = isContainer ? slot : null;
                kind = isContainer ? SpecKind.Data : slot.Kind;
            }
            yield return container is null ? kind : null;
        }
    }

    /// <summary>As a message names it; nothing is a map or list of nodes.</summary>
    public static string Name(SpecKind? kind) => kind switch
    {
        null or SpecKind.Data => "object or array",
        SpecKind.PathItem => "path item",
        SpecKind.RequestBody => "request body",
        SpecKind.MediaType => "media type",
        SpecKind.SecurityScheme => "security scheme",
        _ => kind.Value.ToString().ToLowerInvariant(),
    };
}
