using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Specs.Joining;

/// <summary>Keeps what is put in the place of references finite: no node within itself, and no more copies than a document can need.</summary>
internal sealed class Inlining(List<DiagnosticInfo> diagnostics)
{
    private const int Limit = 10_000;

    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private int copies;
    private int nodes;

    /// <summary>Whether a node may be put where a reference to it stands; then <see cref="Leave"/> must follow.</summary>
    public bool Enter(Target target, SpecMap reference)
    {
        if (copies > Limit || nodes > ReadingLimits.AliasedNodes)
            return false;
        copies++;
        nodes += TreeSize.Of(target.Node, ReadingLimits.AliasedNodes);
        if (copies <= Limit && nodes <= ReadingLimits.AliasedNodes)
            return open.Add(target.Id);

        diagnostics.Add(new DiagnosticInfo(SpecRules.TooManyInlinedReferences, reference.Place, $"{Limit}"));
        return false;
    }

    public void Leave(Target target) => open.Remove(target.Id);

    /// <summary>What a reference leads to, with the keys beside the reference, which win.</summary>
    public static SpecMap Merge(SpecMap reference, SpecMap target)
    {
        var own = reference.Entries.Where(e => e.Key != SpecReference.Key).ToArray();
        return own.Length == 0 ? target : new SpecMap(reference.Span, [.. target.Entries.Where(e => own.All(o => o.Key != e.Key)), .. own]);
    }
}
