using System.Runtime.Loader;
using Kiln.Generator.Tests.Changes.Proof.Wire;

namespace Kiln.Generator.Tests.Changes.Proof;

/// <summary>Sees what each pair of documents does to programs: those that are compiled, those that are loaded, and those that run.</summary>
internal sealed class ProofRun
{
    private readonly ConsumerRun consumers;

    private ProofRun(IReadOnlyList<ProvenPair> pairs, IReadOnlyList<string> unread, ConsumerRun consumers) => (Pairs, Unread, this.consumers) = (pairs, unread, consumers);

    /// <summary>The pairs of which there are SDKs.</summary>
    public IReadOnlyList<ProvenPair> Pairs { get; }

    /// <summary>The ids of the others, with the error of a document.</summary>
    public IReadOnlyList<string> Unread { get; }

    /// <summary>How many consumers were compiled.</summary>
    public int ConsumerCount => consumers.ConsumerCount;

    /// <summary>The assembly that has all old SDKs.</summary>
    public byte[] OldImage => consumers.OldImage;

    /// <summary>The assembly that has all new SDKs.</summary>
    public byte[] NewImage => consumers.NewImage;

    /// <summary>What fails of the consumers where nothing was exchanged; nothing, if they are sound.</summary>
    public IEnumerable<string> FailuresWithOldSdk => consumers.FailuresWithOldSdk();

    public static ProofRun Of(IReadOnlyList<ProofPair> pairs, CancellationToken cancellationToken)
    {
        var read = pairs.Select((pair, i) => (pair, i)).AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(p => (Id: p.pair.Id, Sdks: PairSdks.TryOf(p.pair, $"P{p.i}", out var error), Error: error)).ToList();
        List<PairSdks> sdks = [.. read.Select(r => r.Sdks).OfType<PairSdks>()];

        var consumers = ConsumerRun.Of(sdks, cancellationToken);
        var context = new AssemblyLoadContext("Old", isCollectible: true);
        var newContext = new AssemblyLoadContext("New", isCollectible: true);
        try
        {
            var (old, current) = (context.LoadFromStream(new MemoryStream(consumers.OldImage)), newContext.LoadFromStream(new MemoryStream(consumers.NewImage)));
            List<ProvenPair> proven = [.. sdks.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(s => new ProvenPair(s, consumers.ConsumersOf(s), consumers.SeenOf(s), WireComparison.Of(s, old, current)))];
            return new(proven, [.. read.Where(r => r.Sdks is null).Select(r => $"{r.Id}: {r.Error}")], consumers);
        }
        finally
        {
            context.Unload();
            newContext.Unload();
        }
    }
}
