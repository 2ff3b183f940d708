using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Peers.SystemTextJson;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Benchmarks.Subjects;

/// <summary>The items of a stream, in each way. The body is in memory, so that nothing waits. Each item is looked at and let go.</summary>
internal sealed class Streaming : IDisposable
{
    private static readonly EventStreamType<Chunk> EventType = new(WireType.Model<Chunk>()) { EndMarkers = [Chunks.EndMarker] };
    private static readonly ItemStreamType<Chunk> LineType = new(WireType.Model<Chunk>(), ItemStreamFormat.Lines);
    private static readonly ErrorMap Errors = new();

    private readonly byte[] events = Chunks.Events();
    private readonly byte[] lines = Chunks.Lines();
    private readonly ServiceRequestAdapter eventAdapter;
    private readonly ServiceRequestAdapter lineAdapter;

    public Streaming()
    {
        eventAdapter = Adapter(events, "text/event-stream");
        lineAdapter = Adapter(lines, "application/jsonl");
    }

    public Tally OurEvents() => Done(TallyAsync(new EventStream<Chunk>(eventAdapter, EventType, Errors, Request)));

    public Tally OurLines() => Done(TallyAsync(new ItemStream<Chunk>(lineAdapter, LineType, Errors, Request)));

    /// <summary>What .NET has for it.</summary>
    public Tally SseParserEvents() => Done(SseParserAsync());

    /// <summary>What one writes by hand, with care.</summary>
    public Tally PipeReaderLines() => Done(PipeReaderAsync());

    public void Dispose()
    {
        eventAdapter.Dispose();
        lineAdapter.Dispose();
    }

    private static async Task<Tally> TallyAsync(IAsyncEnumerable<Chunk> chunks)
    {
        var tally = new Tally();
        await foreach (var chunk in chunks.ConfigureAwait(false))
            tally.Add(chunk.Id, chunk.Choices[0].Delta.Content ?? "");
        return tally;
    }

    private async Task<Tally> SseParserAsync()
    {
        var tally = new Tally();
        using var body = new MemoryStream(events, writable: false);
        var parser = SseParser.Create(body, static (_, data) => data.SequenceEqual("[DONE]"u8) ? null : JsonSerializer.Deserialize(data, StjContext.Default.StjChunk));
        await foreach (var item in parser.EnumerateAsync().ConfigureAwait(false))
        {
            if (item.Data is not { } chunk)
                break;
            tally.Add(chunk.Id, chunk.Choices[0].Delta.Content ?? "");
        }
        return tally;
    }

    private async Task<Tally> PipeReaderAsync()
    {
        var tally = new Tally();
        using var body = new MemoryStream(lines, writable: false);
        var pipe = PipeReader.Create(body);
        while (true)
        {
            var read = await pipe.ReadAsync().ConfigureAwait(false);
            pipe.AdvanceTo(Take(read.Buffer, ref tally), read.Buffer.End);
            if (read.IsCompleted)
                break;
        }
        await pipe.CompleteAsync().ConfigureAwait(false);
        return tally;
    }

    private static SequencePosition Take(ReadOnlySequence<byte> buffer, ref Tally tally)
    {
        var rest = new SequenceReader<byte>(buffer);
        while (rest.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
        {
            var json = new Utf8JsonReader(line);
            var chunk = JsonSerializer.Deserialize(ref json, StjContext.Default.StjChunk)!;
            tally.Add(chunk.Id, chunk.Choices[0].Delta.Content ?? "");
        }
        return rest.Position;
    }

    // Nothing of it waits, so that it is over on the thread that is measured.
    private static Tally Done(Task<Tally> task) => task.IsCompletedSuccessfully ? task.Result : throw new InvalidOperationException("The stream had to wait.", task.Exception);

    private static RequestInformation Request() => new() { HttpMethod = Method.POST, URI = new("http://stream.test/answers") };

    private static ServiceRequestAdapter Adapter(byte[] body, string contentType) =>
        new(new AnonymousAuthenticationProvider(), new("http://stream.test"), new HttpClient(new BodyHandler(body, contentType)));

    private sealed class BodyHandler(byte[] body, string contentType) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(new MemoryStream(body, writable: false));
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
