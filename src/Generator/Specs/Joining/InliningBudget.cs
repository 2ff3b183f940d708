using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>Limits inlining: no node within itself, and no more copies than a document can need.</summary>
internal sealed class InliningBudget(List<DiagnosticInfo> diagnostics)
{
    private readonly HashSet<string> active = new(StringComparer.Ordinal);
    private int copies;
    private int nodes;

    /// <summary>Whether the target of a reference may be inlined; then <see cref="Leave"/> must follow. Reports a document that exceeds the limit.</summary>
    public bool TryEnter(ReferenceTarget target, SpecMap reference)
    {
        if (copies > ReadingLimits.InlinedCopies || nodes > ReadingLimits.AliasedNodes)
            return false;
        copies++;
        nodes += TreeSize.Of(target.Node, ReadingLimits.AliasedNodes);
        if (copies <= ReadingLimits.InlinedCopies && nodes <= ReadingLimits.AliasedNodes)
            return active.Add(target.Id);

        diagnostics.Add(new DiagnosticInfo(SpecRules.TooManyInlinedReferences, reference.Location, $"{ReadingLimits.InlinedCopies}"));
        return false;
    }

    public void Leave(ReferenceTarget target) => active.Remove(target.Id);

    /// <summary>The target of a reference with the siblings of the reference, which take precedence.</summary>
    public static SpecMap Merge(SpecMap reference, SpecMap target)
    {
        var own = reference.Entries.Where(e => e.Key != SpecReference.Key).ToArray();
        return own.Length == 0 ? target : new SpecMap(reference.Span, [.. target.Entries.Where(e => own.All(o => o.Key != e.Key)), .. own]);
    }
}
