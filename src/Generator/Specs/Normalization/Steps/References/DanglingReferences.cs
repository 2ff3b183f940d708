using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.References;

/// <summary>Removes references whose target was removed by another step, which has reported it.</summary>
internal static class DanglingReferences
{
    // Each round can only remove the targets of references to references, and no known document has longer chains.
    private const int MaxRounds = 10;

    public static SpecMap Apply(SpecMap root)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var current = root;
            var next = (SpecMap)SpecRewriter.Rewrite(current, OpenApiObjectKind.Document, (node, kind) => RemoveDangling(node, kind, current))!;
            if (ReferenceEquals(next, current))
                break;
            root = next;
        }
        return root;
    }

    private static SpecNode? RemoveDangling(SpecNode node, OpenApiObjectKind kind, SpecMap root)
    {
        if (node is not SpecMap map || map[SpecReference.Key].AsText() is not { } reference || SpecReference.ResolveNode(root, reference) is not null)
            return node;
        // A parameter must have a name; any other object may be empty.
        return kind == OpenApiObjectKind.Parameter ? null : map.Without(e => e.Key == SpecReference.Key);
    }
}
