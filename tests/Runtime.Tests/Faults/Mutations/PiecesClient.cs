using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Sample;

namespace Kiln.Runtime.Tests.Faults.Mutations;

/// <summary>A client whose service is a stub that answers with a body in pieces, without a network. For one call at a time.</summary>
internal sealed class PiecesClient
{
    private byte[] body = [];
    private int seed;

    public IRequestAdapter Adapter => new MockAdapter(Body);

    public EventsRequestBuilder Events => new SampleClient(Adapter).Threats["1"];

    /// <summary>Says what is answered from now on.</summary>
    /// <param name="answer">The body.</param>
    /// <param name="pieces">Which pieces it comes in; 0 for whole.</param>
    public void Answer(byte[] answer, int pieces) => (body, seed) = (answer, pieces);

    private PiecesStream Body()
    {
        var random = seed == 0 ? null : new Random(seed);
        return new(body, () => random is null ? int.MaxValue : random.Next(3) == 0 ? random.Next(1, 4) : random.Next(1, 200));
    }
}
