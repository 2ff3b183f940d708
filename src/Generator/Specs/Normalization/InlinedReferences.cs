using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Normalization;

/// <summary>Puts the target in the place of a <c>$ref</c> where NSwag's model has none: in path items, security schemes and media types.</summary>
internal static class InlinedReferences
{
    private const int Limit = 10_000;

    public static SpecMap Apply(SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        HashSet<SpecNode> open = [];
        var count = 0;
        return (SpecMap)SpecRewriter.Rewrite(root, SpecKind.Document, Inline)!;

        SpecNode? Inline(SpecNode node, SpecKind kind)
        {
            if (HasReferencesInModel(kind) || node is not SpecMap map || map.Entry(SpecReference.Key) is not { } reference)
                return node;
            if (SpecReference.Follow(root, map) is not SpecMap target || ReferenceEquals(target, map))
                return node;
            if (++count > Limit)
            {
                if (count == Limit + 1)
                    diagnostics.Add(new DiagnosticInfo(SpecRules.TooManyInlinedReferences, reference.Value.Place, $"{Limit}"));
                return node;
            }
            // A callback that leads back to the path item which has it would have no end; its inner copy is left empty.
            if (!open.Add(target))
                return map.Without(e => e.Key == SpecReference.Key);

            var copy = (SpecMap)SpecRewriter.Rewrite(target, kind, Inline)!;
            open.Remove(target);
            var own = map.Entries.Where(e => e.Key != SpecReference.Key).ToArray();
            return new SpecMap(map.Span, [.. copy.Entries.Where(e => map.Entry(e.Key) is null), .. own]);
        }
    }

    private static bool HasReferencesInModel(SpecKind kind) => kind is
        SpecKind.Schema or SpecKind.Parameter or SpecKind.Header or SpecKind.RequestBody or SpecKind.Response or SpecKind.Example or SpecKind.Link or SpecKind.Callback;
}
