using System.Collections.Concurrent;
using Kiln.Generator.Changes.Comparison;

namespace Kiln.Generator.Tests.Changes.Rules;

/// <summary>What is found in each pair of documents.</summary>
public sealed class RulePairTests
{
    private static readonly Lazy<IReadOnlyDictionary<RulePair, IReadOnlyList<PairFinding>>> Found = new(() =>
        RulePairs.All.AsParallel().ToDictionary(p => p, PairFindings.Of));

    [Fact]
    public void Each_id_is_found_with_its_severity() => AssertNone(
        from pair in RulePairs.All
        let finding = Found.Value[pair].FirstOrDefault(f => f.HasId(pair))
        let expected = Deviations.SeverityOf(pair.Id)
        let fault = finding is null ? "is not found" : finding.Change.Severity != expected && pair.IsKnown ? $"is not {expected}" : finding.Change.Id != pair.Rule ? $"is not found by {pair.Rule}" : null
        where fault is not null
        select Describe(pair, fault));

    [Fact]
    public void Nothing_else_is_found() => AssertNone(
        from pair in RulePairs.All
        let expected = pair.Also.Append(pair.Rule).Order(StringComparer.Ordinal)
        where !Found.Value[pair].Select(f => f.Change.Id).Order(StringComparer.Ordinal).SequenceEqual(expected)
        select Describe(pair, $"should give {string.Join(", ", expected)}"));

    [Fact]
    public void Each_finding_has_its_places_in_the_documents() => AssertNone(
        from pair in RulePairs.All
        from finding in Found.Value[pair]
        let action = finding.Difference.Action
        let isMissing = (finding.Difference.Old is null && action != ChangeAction.Added) || (finding.Difference.New is null && action != ChangeAction.Removed)
        where isMissing
        select Describe(pair, "lacks a location"));

    [Fact]
    public void It_is_not_found_the_other_way_round()
    {
        ConcurrentBag<string> faults = [];
        Parallel.ForEach(RulePairs.All.Where(p => !p.SameKindReversed), pair =>
        {
            if (PairFindings.Reversed(pair).Any(f => f.HasId(pair)))
                faults.Add(Describe(pair, "is found in the opposite direction too"));
        });
        AssertNone(faults);
    }

    [Fact]
    public void It_is_not_found_in_another_change_of_the_same_slot() => AssertNone(
        from slot in RulePairs.All.GroupBy(p => p.Slot)
        from pair in slot
        from other in slot
        where other.Rule != pair.Rule && !other.Also.Contains(pair.Rule) && !other.AlsoIds.Contains(pair.Id) && Found.Value[other].Any(f => f.HasId(pair))
        select Describe(pair, $"is found in the pair of {other.Id} too"));

    private static string Describe(RulePair pair, string fault) => $"{pair.Id} {fault}:\n    {string.Join("\n    ", Found.Value[pair])}";

    private static void AssertNone(IEnumerable<string> faults)
    {
        var text = string.Join('\n', faults.Order(StringComparer.Ordinal));
        Assert.True(text.Length == 0, text);
    }
}
