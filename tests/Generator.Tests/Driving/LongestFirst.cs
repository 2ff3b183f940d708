using Kiln.Generator.Tests.Changes.Equality;
using Kiln.Generator.Tests.Changes.Proof;
using Kiln.Generator.Tests.ClosedLoop;
using Kiln.Generator.Tests.Corpus;
using Kiln.Generator.Tests.Driving;
using Kiln.Generator.Tests.Fuzzing;
using Kiln.Generator.Tests.Hostile;
using Kiln.Generator.Tests.Naming.Stability;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Kiln.Generator.Tests.Driving;

/// <summary>Starts with the collections that take longest, so that the last one does not run alone on one of the processors.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        nameof(CorpusRun), nameof(StabilityTests), nameof(EqualityTests), nameof(ClosedLoopTests), nameof(FuzzTests), nameof(ProofTests), nameof(HostileTextTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : notnull, ITestCollection => [.. testCollections.OrderBy(c => Place(c))];

    // A class without a collection of its own is one, which is called after it.
    private static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
