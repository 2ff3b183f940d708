using System.Net;
using System.Text;
using SentinelOne.ThreatEvents;

namespace Kiln.Benchmarks.Hostile;

/// <summary>Walks pages over a handler instead of a network, so that all of it happens on the thread that is measured.</summary>
internal static class PageWalk
{
    // What a cursor is filled with up to its length; the pages' numbers are written over its beginning.
    private const string Number = "00000000";
    private const string Event = """{"id":"1569749506538362650","eventType":"File Creation"}""";

    private static readonly Uri Console = new("http://localhost");

    /// <summary>Reads one page that arrives in pieces.</summary>
    /// <param name="pieceLength">How many bytes each reading gives at most.</param>
    public static Action<byte[]> InPieces(int pieceLength) => page => Walk(new Pages(_ => new Pieces(page, pieceLength)));

    /// <summary>Reads as many pages, each of which names another cursor.</summary>
    /// <param name="pages">How many pages there are.</param>
    public static Action<byte[]> OfPages(int pages) => all =>
    {
        var length = all.Length / pages;
        Walk(new Pages(number => new MemoryStream(all, number * length, length, writable: false)));
    };

    /// <summary>Pages of one length, each with the cursor of the next.</summary>
    /// <param name="pages">How many pages there are.</param>
    /// <param name="cursorLength">How long a cursor is; the rest of a page is events.</param>
    /// <param name="pageLength">How long a page is.</param>
    public static byte[] WithCursors(int pages, int cursorLength, int pageLength)
    {
        var all = new StringBuilder();
        for (var number = 1; number <= pages; number++)
        {
            var cursor = number == pages ? "" : number.ToString(Number) + new string('c', cursorLength - Number.Length);
            var end = $$"""],"pagination":{"totalItems":0,"nextCursor":"{{cursor}}"} }""";
            var page = new StringBuilder("{\"data\":[" + Event);
            while (page.Length + 1 + Event.Length + end.Length <= pageLength)
                page.Append(',').Append(Event);
            all.Append(page).Append(' ', pageLength - page.Length - end.Length).Append(end);
        }
        return Encoding.UTF8.GetBytes(all.ToString());
    }

    private static void Walk(Pages handler)
    {
        using var http = new HttpClient(handler);
        var events = new ThreatEventsClient(Console, "token", http).Threats["1"].Explore.Events.GetAllAsync().GetAsyncEnumerator();
        while (Step(events.MoveNextAsync()))
        {
        }
        events.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static bool Step(ValueTask<bool> step) => step.IsCompleted ? step.Result : throw new InvalidOperationException("The walk went to another thread, where it is not measured.");

    private sealed class Pages(Func<int, Stream> page) : HttpMessageHandler
    {
        private int number;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(page(number++));
            content.Headers.ContentType = new("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }

    private sealed class Pieces(byte[] bytes, int length) : MemoryStream(bytes, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span[..Math.Min(length, buffer.Length)]));
    }
}
