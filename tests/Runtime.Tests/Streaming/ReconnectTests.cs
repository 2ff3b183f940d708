using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Runtime.Tests.Streaming;

/// <summary>A stream of events goes on over another connection, where it can.</summary>
public sealed class ReconnectTests
{
    private const string Head = "text/event-stream";

    private readonly List<TimeSpan> waits = [];
    private readonly ManualTime time;

    public ReconnectTests() => time = new() { Waiting = wait =>
    {
        // Other limits of the call are much longer.
        if (wait > TimeSpan.FromMinutes(1))
            return;
        waits.Add(wait);
        _ = Task.Run(() => time!.Advance(wait));
    } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_GET_goes_on_behind_the_last_event()
    {
        await using var server = Server(
            Broken("retry: 1000\nid: 1\ndata: a\n\nid: 2\ndata: b\n\ndata: lost"),
            Ended("id: 3\ndata: c\n\n"),
            Reply.Empty("204 No Content"));

        Assert.Equal(["a", "b", "c"], await StreamCalls.AllAsync(Stream(server)));

        Assert.Equal([null, "2", "3"], LastIds(server));
        Assert.Equal(Seconds(1, 1), waits);
    }

    [Fact]
    public async Task The_time_before_it_is_three_seconds_and_doubles_without_progress()
    {
        await using var server = Server(Ended("id: 1\ndata: a\n\n"), Ended(": nothing new\n\n"), Ended(": nothing new\n\n"), Ended("id: 2\ndata: b\n\n"), Reply.Empty("204 No Content"));

        Assert.Equal(["a", "b"], await StreamCalls.AllAsync(Stream(server)));

        Assert.Equal([null, "1", "1", "1", "2"], LastIds(server));
        Assert.Equal(Seconds(3, 6, 12, 3), waits);
    }

    [Fact]
    public async Task The_time_that_a_service_asks_for_is_bounded()
    {
        await using var server = Server(Ended("retry: 1000000000\nid: 1\ndata: a\n\n"), Reply.Empty("204 No Content"));

        await StreamCalls.AllAsync(Stream(server));

        Assert.Equal(Seconds(60), waits);
    }

    [Fact]
    public async Task Attempts_without_an_event_are_bounded()
    {
        await using var server = Server(Ended("id: 1\ndata: a\n\n"), Broken(": nothing\n\n"));

        var (events, error) = await StreamCalls.ReadAsync(Stream(server).WithReconnect(2));

        Assert.Equal(["a"], events);
        Assert.Equal("1", Assert.IsType<ResponseBodyException>(error).LastEventId);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_has_nothing_more_to_say_ends_the_stream()
    {
        await using var server = Server(Ended("id: 1\ndata: a\n\n"), Ended(""));

        Assert.Equal(["a"], await StreamCalls.AllAsync(Stream(server)));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_repeats_the_last_event_repeats_it_in_vain()
    {
        await using var server = Server(Broken("id: 1\ndata: a\n\nid: 2\ndata: b\n\n"), Ended("id: 2\ndata: b\n\nid: 3\ndata: c\n\n"), Reply.Empty("204 No Content"));

        Assert.Equal(["a", "b", "c"], await StreamCalls.AllAsync(Stream(server)));
    }

    [Fact]
    public async Task A_service_that_begins_again_ends_the_stream()
    {
        await using var server = Server(Ended("id: 1\ndata: a\n\nid: 2\ndata: b\n\n"));

        Assert.Equal(["a", "b"], await StreamCalls.AllAsync(Stream(server)));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task An_end_marker_ends_the_stream()
    {
        await using var server = Server(Ended("id: 1\ndata: {\"code\":1}\n\ndata: [DONE]\n\n"));

        await StreamCalls.AllAsync(StreamCalls.Events(StreamCalls.Details, Adapter(server)));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(Method.POST)]
    [InlineData(Method.PUT)]
    public async Task Other_methods_are_never_sent_again(Method method)
    {
        await using var server = Server(Broken("id: 1\ndata: a\n\n"));

        var (events, error) = await StreamCalls.ReadAsync(StreamCalls.Events(StreamCalls.Texts, Adapter(server), method).WithReconnect(3));

        Assert.Equal(["a"], events);
        var e = Assert.IsType<ResponseBodyException>(error);
        Assert.Equal(("1", 1), (e.LastEventId, e.ItemIndex));
        Assert.Equal("1", error.GetLastEventId());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_ids_a_stream_goes_on_only_if_it_is_asked_to(bool isAsked)
    {
        await using var server = Server(Broken("data: a\n\n"), Ended("data: b\n\n"), Reply.Empty("204 No Content"));
        var stream = Stream(server);

        var (events, error) = await StreamCalls.ReadAsync(isAsked ? stream.WithReconnect(3) : stream);

        Assert.Equal(isAsked ? ["a", "b"] : ["a"], events);
        Assert.Equal(isAsked, error is null);
        Assert.All(LastIds(server), Assert.Null);
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        await using var server = Server(Broken("id: 1\ndata: a\n\n"));

        var (_, error) = await StreamCalls.ReadAsync(Stream(server).WithoutReconnect());

        Assert.IsType<ResponseBodyException>(error);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_stream_can_start_behind_an_event()
    {
        await using var server = Server(Ended("data: c\n\n"), Reply.Empty("204 No Content"));

        await StreamCalls.AllAsync(Stream(server).StartAfter("b 2"));

        Assert.Equal(["b 2", "b 2"], LastIds(server));
    }

    [Theory]
    [InlineData("a\nX-Evil: 1")]
    [InlineData("é")]
    [InlineData("")]
    public void An_id_that_no_header_can_have_is_refused(string id) => Assert.Throws<ArgumentException>(() => StreamCalls.Events(StreamCalls.Texts, "").StartAfter(id));

    [Theory]
    [InlineData("é")]
    [InlineData("\u0001")]
    [InlineData("LONG")]
    public async Task An_id_of_the_service_that_no_header_can_have_is_not_sent(string id)
    {
        await using var server = Server(Ended($"id: 1\ndata: a\n\nid: {id.Replace("LONG", new string('x', 100_000), StringComparison.Ordinal)}\ndata: b\n\n"));

        Assert.Equal(["a", "b"], await StreamCalls.AllAsync(Stream(server)));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_error_that_is_not_of_the_connection_ends_the_stream()
    {
        await using var server = Server(Ended("id: 1\ndata: a\n\n"), Reply.Of("401 Unauthorized", "application/json", """{"errors":[]}"""u8.ToArray()));

        var (_, error) = await StreamCalls.ReadAsync(Stream(server));

        Assert.Equal("1", Assert.IsType<Sample.Models.ErrorResponseException>(error).LastEventId);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Canceling_ends_the_wait()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var still = new ManualTime { Waiting = wait =>
        {
            if (wait == TimeSpan.FromSeconds(3))
                cancel.Cancel();
        } };
        await using var server = Server(Ended("id: 1\ndata: a\n\n"));
        var stream = StreamCalls.Events(StreamCalls.Texts, new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), server.Url, readOptions: new() { TimeProvider = still }));

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in stream.WithCancellation(cancel.Token))
            {
            }
        });

        Assert.Equal(cancel.Token, e.CancellationToken);
        Assert.Equal("1", e.GetLastEventId());
    }

    private static Reply Ended(string body) => Reply.Of("200 OK", Head, System.Text.Encoding.UTF8.GetBytes(body));

    private static Reply Broken(string body) => Reply.Head("200 OK", "Content-Length: 1000000", "Content-Type: " + Head).Then(body).Close();

    private static TimeSpan[] Seconds(params int[] seconds) => [.. seconds.Select(s => TimeSpan.FromSeconds(s))];

    private static string?[] LastIds(FaultServer server) => [.. server.Requests.Select(r => r.Headers.GetValueOrDefault("Last-Event-ID"))];

    /// <summary>A server that gives these replies in turn, and the last one for ever.</summary>
    private static FaultServer Server(params Reply[] replies)
    {
        var number = -1;
        return new(_ => replies[Math.Min(Interlocked.Increment(ref number), replies.Length - 1)]);
    }

    private EventStream<string> Stream(FaultServer server) => StreamCalls.Events(StreamCalls.Texts, Adapter(server));

    private ServiceRequestAdapter Adapter(FaultServer server) =>
        new(new AnonymousAuthenticationProvider(), server.Url, readOptions: new ReadOptions { TimeProvider = time });
}
