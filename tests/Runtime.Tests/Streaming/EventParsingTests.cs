using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Streaming;

/// <summary>Server-sent events are taken apart as the HTML Standard says (sections 9.2.5 and 9.2.6), wherever the bytes are cut.</summary>
public sealed class EventParsingTests
{
    /// <summary>Bodies, and the events in them: id, name, retry, data.</summary>
    public static TheoryData<string, string[]> Bodies() => new()
    {
        // The examples of section 9.2.6.
        { "data: YHOO\ndata: +2\ndata: 10\n\n", ["-|message|-|YHOO\n+2\n10"] },
        { ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n", ["1|message|-|first event", "|message|-|second event", "-|message|-| third event"] },
        { "data\n\ndata\ndata\n\ndata:", ["-|message|-|", "-|message|-|\n"] },
        { "data:test\n\ndata: test\n\n", ["-|message|-|test", "-|message|-|test"] },
        // Line ends.
        { "data: a\r\rdata: b\r\n\r\ndata: c\n\n", ["-|message|-|a", "-|message|-|b", "-|message|-|c"] },
        { "data: a\r\ndata: b\rdata: c\n\r\n", ["-|message|-|a\nb\nc"] },
        { "\r\n\r\n\n\r\rdata: a\r\n\r\n\r\n", ["-|message|-|a"] },
        { "data: a\n\r", ["-|message|-|a"] },
        { "data: a\u2028b\u0085c\n\n", ["-|message|-|a\u2028b\u0085c"] },
        // A byte order mark counts at the start only.
        { "\uFEFFdata: a\n\ndata: b\n\n", ["-|message|-|a", "-|message|-|b"] },
        { "data: a\n\n\uFEFFdata: b\n\ndata: \uFEFF\n\n", ["-|message|-|a", "-|message|-|\uFEFF"] },
        { "\uFEFF\uFEFFdata: a\n\ndata: b\n\n", ["-|message|-|b"] },
        { "\uFEFF", [] },
        // Names.
        { "event: add\ndata: 1\n\nevent: remove\ndata: 2\n\ndata: 3\n\n", ["-|add|-|1", "-|remove|-|2", "-|message|-|3"] },
        { "event:add\nevent: other\ndata:1\n\nevent:\ndata:2\n\n", ["-|other|-|1", "-|message|-|2"] },
        { "event: lost\n\ndata: 1\n\n", ["-|message|-|1"] },
        // Ids.
        { "id: 1\ndata: a\n\nid: \0\ndata: b\n\nid: 2\0\ndata: c\n\n", ["1|message|-|a", "-|message|-|b", "-|message|-|c"] },
        { "id: 7\nid: 8\ndata: a\n\n", ["8|message|-|a"] },
        // Reconnection times.
        { "retry: 1000\ndata: a\n\nretry: 10x\ndata: b\n\nretry: -1\ndata: c\n\nretry:\ndata: d\n\nretry: 1.5\ndata: e\n\n", ["-|message|1000|a", "-|message|-|b", "-|message|-|c", "-|message|-|d", "-|message|-|e"] },
        { "retry: 99999999999999999999999\ndata: a\n\n", ["-|message|2147483647|a"] },
        // What is no field.
        { "Data: a\ndata : b\n data: c\ndatax: d\nxdata: e\ndata: f\n\n", ["-|message|-|f"] },
        { ":data: a\n:\n: \n\ndata: : b\n\n", ["-|message|-|: b"] },
        { "data: a: b\n\n", ["-|message|-|a: b"] },
        { "data:\ta\n\n", ["-|message|-|\ta"] },
        // An event without the empty line is none.
        { "data: a\n\ndata: b\n", ["-|message|-|a"] },
        { "data: a\n\ndata: b", ["-|message|-|a"] },
        { "", [] },
        { "\n", [] },
        { "data: é😀\n\n", ["-|message|-|é😀"] },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Events_are_those_of_the_standard_in_pieces_of_any_length(string body, string[] expected)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var length = 1; length <= Math.Min(bytes.Length + 1, 20); length++)
            Assert.Equal(expected, await ReadAsync(new PiecesStream(bytes, length)));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Events_are_those_of_the_standard_wherever_the_body_is_cut(string body, string[] expected)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var pieces = new Queue<int>([Math.Max(cut, 1)]);
            Assert.Equal(expected, await ReadAsync(new PiecesStream(bytes, () => pieces.TryDequeue(out var first) ? first : bytes.Length)));
        }
    }

    [Fact]
    public async Task An_event_is_there_with_its_empty_line_whatever_ends_that()
    {
        // Nothing follows the carriage return, which may be all of the line end.
        foreach (var body in new[] { "data: a\n\n", "data: a\r\r", "data: a\r\n\r\n", "data: a\r\n\r" })
        {
            var bytes = new PiecesStream(Encoding.UTF8.GetBytes(body), body.Length) { StaysOpen = true };
            var events = StreamCalls.Events(StreamCalls.Texts, bytes).GetAsyncEnumerator(TestContext.Current.CancellationToken);

            Assert.True(await events.MoveNextAsync());
            Assert.Equal("a", events.Current);
            await events.DisposeAsync();
        }
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_become_replacement_characters()
    {
        var events = await StreamCalls.AllAsync(StreamCalls.Events(StreamCalls.Texts, new MemoryStream([.. "data: a"u8, 0xFF, .. "b\n\n"u8])));

        Assert.Equal(["a\uFFFDb"], events);
    }

    [Fact]
    public async Task An_event_that_the_stream_ends_in_is_reported()
    {
        var violations = new List<string>();
        var options = new ReadOptions { OnViolation = v => violations.Add(v.ToString()) };

        var events = await StreamCalls.AllAsync(StreamCalls.Events(StreamCalls.Texts, "data: a\n\ndata: b\n", options));

        Assert.Equal(["a"], events);
        Assert.Equal(["$[1]: expected an empty line behind the event, found the end of the stream"], violations);
    }

    private static async Task<List<string>> ReadAsync(Stream body)
    {
        var events = await StreamCalls.AllAsync(StreamCalls.Events(StreamCalls.Texts, body).WithoutReconnect().AsEventsAsync());
        return [.. events.Select(e => $"{e.Id ?? "-"}|{e.Name}|{(e.Retry is { } r ? r.TotalMilliseconds : "-")}|{e.Data}")];
    }
}
