using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.References;

/// <summary>Inlines the target of a <c>$ref</c> where NSwag's model has no references: in path items, security schemes and media types.</summary>
internal static class InlinedReferences
{
    public static SpecMap Apply(SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        HashSet<SpecNode> inProgress = [];
        var count = 0;
        return (SpecMap)SpecRewriter.Rewrite(root, OpenApiObjectKind.Document, Inline)!;

        SpecNode? Inline(SpecNode node, OpenApiObjectKind kind)
        {
            if (HasReferencesInModel(kind) || node is not SpecMap map || map.Entry(SpecReference.Key) is not { } reference)
                return node;
            if (SpecReference.Follow(root, map) is not SpecMap target || ReferenceEquals(target, map))
                return node;
            if (++count > ReadingLimits.InlinedCopies)
            {
                if (count == ReadingLimits.InlinedCopies + 1)
                    diagnostics.Add(new DiagnosticInfo(SpecRules.TooManyInlinedReferences, reference.Value.Location, $"{ReadingLimits.InlinedCopies}"));
                return node;
            }
            // A callback that refers back to its own path item would be infinite; its inner copy is left empty.
            if (!inProgress.Add(target))
                return map.Without(e => e.Key == SpecReference.Key);

            var copy = (SpecMap)SpecRewriter.Rewrite(target, kind, Inline)!;
            inProgress.Remove(target);
            var own = map.Entries.Where(e => e.Key != SpecReference.Key).ToArray();
            return new SpecMap(map.Span, [.. copy.Entries.Where(e => map.Entry(e.Key) is null), .. own]);
        }
    }

    private static bool HasReferencesInModel(OpenApiObjectKind kind) => kind is
        OpenApiObjectKind.Schema or OpenApiObjectKind.Parameter or OpenApiObjectKind.Header or OpenApiObjectKind.RequestBody or OpenApiObjectKind.Response or OpenApiObjectKind.Example or OpenApiObjectKind.Link or OpenApiObjectKind.Callback;
}
