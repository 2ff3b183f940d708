using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>What is said of the C# of a change is what the compiler and the runtime show.</summary>
public sealed class ProofTests(ITestOutputHelper output)
{
    /// <summary>What the proof does not see, it could not refute.</summary>
    [Fact]
    public void Sees_what_is_known_of_edits()
    {
        Assert.Empty(SharedProof.Run.FailuresWithOldSdk);
        var edits = SharedProof.Edits.Zip(SharedProof.Run.Pairs).ToList();

        Assert.Equal(
            edits.Select(e => $"{e.First.Id}: {e.First.Effects}"),
            edits.Select(e => $"{e.First.Id}: {(e.First.Member is null ? e.Second.Effects : e.Second.EffectsOf(e.First.Member))}"));
    }

    [Fact]
    public void Says_of_each_member_what_is_seen() => Agree(SurfaceCheck.Differences);

    [Fact]
    public void Says_in_findings_what_is_seen() =>
        Agree(p => FindingCheck.Differences(p, ChangeFinder.Find(p.Sdks.Old, p.Sdks.New, TestContext.Current.CancellationToken)));

    /// <summary>Each effect is among what was seen: a proof that sees nothing would agree with findings that say nothing.</summary>
    [Fact]
    public void Sees_each_effect()
    {
        TestForm.RequireFull();
        var seen = Enum.GetValues<CSharpEffects>().ToDictionary(e => e, e => SharedProof.Run.Pairs.Count(p => e == CSharpEffects.None ? p.Effects == e : p.Effects.HasFlag(e)));

        output.WriteLine($"{SharedProof.Run.Pairs.Count} pairs, {SharedProof.Run.ConsumerCount} consumers: {string.Join(", ", seen.Select(s => $"{s.Key} {s.Value}"))}");
        Assert.All(seen, s => Assert.InRange(s.Value, 10, SharedProof.Run.Pairs.Count));
    }

    private void Agree(Func<ProvenPair, IEnumerable<string>> differences)
    {
        Assert.Empty(SharedProof.Run.Unread);
        var table = new List<string>();
        foreach (var pair in SharedProof.Run.Pairs)
        {
            var lines = differences(pair).ToList();
            if (lines.Count > 0)
                output.WriteLine(pair.ToString());
            table.AddRange(lines.Select(l => $"{pair.Sdks.Pair.Id}: {l}"));
        }
        Assert.True(table.Count == 0, string.Join("\n", table));
    }
}
