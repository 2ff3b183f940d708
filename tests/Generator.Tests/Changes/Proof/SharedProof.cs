using Kiln.Generator.Tests.Changes.Rules;

namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>The proof of the known edits and of the pairs of all rules, made once for all tests; in the short form of a few of each.</summary>
internal static class SharedProof
{
    private const int Sample = 6;

    /// <summary>The edits.</summary>
    public static IReadOnlyList<KnownEdit> Edits { get; } = TestForm.Spread(KnownEdits.All, Sample);

    /// <summary>What was seen.</summary>
    public static ProofRun Run => Made.Value;

    private static Lazy<ProofRun> Made { get; } = new(() => ProofRun.Of([.. Edits.Select(e => e.Pair), .. Pairs], CancellationToken.None));

    // One pair of documents can have the ids of several rules.
    private static IReadOnlyList<ProofPair> Pairs => TestForm.Spread([.. RulePairs.All.DistinctBy(p => (p.OldText, p.NewText)).Select(p => new ProofPair(p.Id, p.OldText, p.NewText))], Sample);
}
