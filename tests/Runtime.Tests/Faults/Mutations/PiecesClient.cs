using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample;

namespace Kiln.Runtime.Tests.Faults.Mutations;

/// <summary>A client whose service is a stub that answers with a body in pieces, without a network. For one call at a time.</summary>
internal sealed class PiecesClient : IDisposable
{
    private readonly HttpClient http;
    private readonly ServiceAdapter adapter;
    private byte[] body = [];
    private int seed;

    public PiecesClient(ReadOptions? options = null)
    {
        http = new(new StubHandler((_, number) => number < 0 ? throw new InvalidOperationException() : new() { Content = Content() }));
        adapter = new(new AnonymousAuthenticationProvider(), new("http://localhost"), http, options);
    }

    public EventsRequestBuilder Events => new SampleClient(adapter).Threats["1"];

    /// <summary>Says what is answered from now on.</summary>
    /// <param name="answer">The body.</param>
    /// <param name="pieces">Which pieces it comes in; 0 for whole.</param>
    public void Answer(byte[] answer, int pieces) => (body, seed) = (answer, pieces);

    public void Dispose()
    {
        adapter.Dispose();
        http.Dispose();
    }

    private StreamContent Content()
    {
        var content = new StreamContent(new Pieces(body, seed));
        content.Headers.ContentType = new("application/json");
        return content;
    }

    /// <summary>A body of which each reading gives as many bytes as chance says.</summary>
    private sealed class Pieces(byte[] bytes, int seed) : MemoryStream(bytes)
    {
        private readonly Random? random = seed == 0 ? null : new(seed);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var length = random is null ? buffer.Length : Math.Min(buffer.Length, random.Next(3) == 0 ? random.Next(1, 4) : random.Next(1, 200));
            return new(Read(buffer.Span[..length]));
        }
    }
}
