using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Tests.Changes.Proof.Witness;

/// <summary>The second witness of binary breaks, Microsoft's tool, reports the same members, or the difference is explained.</summary>
public sealed class ApiCompatTests(ITestOutputHelper output)
{
    // What the tool reports, and what is seen of the same type instead: an instance is passed as its base class or interface without a check, so that a compiled program fails only in what it calls.
    private static readonly Dictionary<string, CSharpEffects> Explained = new(StringComparer.Ordinal)
    {
        ["CP0007"] = CSharpEffects.SourceBreaking,
        ["CP0008"] = CSharpEffects.SourceBreaking,
    };

    [Fact]
    public async Task Reports_the_same_binary_breaks()
    {
        TestForm.RequireFull();
        Assert.SkipUnless(await ApiCompatTool.TryInstall(TestContext.Current.CancellationToken), "Microsoft.DotNet.ApiCompat.Tool cannot be installed here.");
        var run = SharedProof.Run;

        var reported = ApiCompatReport.Members(await ApiCompatTool.Compare(run.OldImage, run.NewImage, TestContext.Current.CancellationToken));

        var effects = run.Pairs.SelectMany(p => p.Members).ToDictionary(m => m.Member, m => m.Effects, StringComparer.Ordinal);
        var onlyReported = reported.Where(r => !Has(r.Key, CSharpEffects.BinaryBreaking) && !r.All(id => Explained.TryGetValue(id, out var instead) && Has(r.Key, instead)));
        var onlySeen = effects.Keys.Where(m => Has(m, CSharpEffects.BinaryBreaking) && !reported.Contains(m) && !Owners(m).Any(reported.Contains));
        var table = onlyReported.Select(r => $"only the tool: {string.Join(", ", r)} {r.Key}").Concat(onlySeen.Select(s => $"only the proof: {s}")).ToList();
        output.WriteLine($"The tool reports {reported.Count} types and members.");
        Assert.NotEmpty(reported);
        Assert.True(table.Count == 0, string.Join("\n", table));

        bool Has(string member, CSharpEffects effect) => effects.TryGetValue(member, out var all) && all.HasFlag(effect);
    }

    // Of a type that is gone, its members are not reported.
    private static IEnumerable<string> Owners(string member)
    {
        for (var dot = member.LastIndexOf('.'); dot > 0; dot = member.LastIndexOf('.', dot - 1))
            yield return member[..dot];
    }
}
