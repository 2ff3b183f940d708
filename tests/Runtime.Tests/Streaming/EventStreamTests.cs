using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Sample.Models;

namespace Kiln.Runtime.Tests.Streaming;

/// <summary>What becomes of the data of events.</summary>
public sealed class EventStreamTests
{
    private static readonly EventStreamType<Happening> Happenings = new(WireType.Union<Happening>()) { Envelope = EventEnvelope.Json, TextEvents = ["ping"] };

    [Theory]
    [InlineData("data: {\"code\":1,\"title\":\"a\"}\n\ndata: {\"code\":2}\n\n")]
    [InlineData("data:{\"code\":1,\ndata:\"title\":\"a\"}\n\ndata: {\ndata: \"code\"\ndata: : 2 }\n\n")]
    [InlineData("data:   {\"code\":1,\"title\":\"a\"}  \r\nid: {\r\n\r\n: a comment\r\ndata: {\"code\":2}\r\n\r\n")]
    [InlineData("data: {\"code\":1,\"title\":\"a\"}\n\ndata: {\"code\":2}\n\ndata: [DONE]\n\ndata: {\"code\":3}\n\n")]
    public async Task Data_are_read_as_JSON_wherever_they_are_cut(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var length = 1; length <= bytes.Length; length++)
        {
            var violations = new List<ContractViolation>();
            var events = await StreamCalls.AllAsync(StreamCalls.Events(StreamCalls.Details, new PiecesStream(bytes, length), new ReadOptions { OnViolation = violations.Add }).WithoutReconnect());

            Assert.Equal([(1, "a"), (2, null)], events.Select(e => (e.Code, e.Title)));
            Assert.Empty(violations);
        }
    }

    [Fact]
    public async Task The_whole_event_can_be_the_item()
    {
        var events = await StreamCalls.AllAsync(StreamCalls.Events(
            Happenings, "event: added\nid: \"7\nretry: 5\ndata: {\"code\":1}\n\nevent: ping\ndata: {\"x\"\ndata: \\\n\nevent: removed\ndata: 3\n\n").WithoutReconnect());

        var added = Assert.IsType<Added>(events[0].Value);
        Assert.Equal(("added", "\"7", 5, 1), (added.Event, added.Id, added.Retry, added.Data.Code));
        Assert.Equal("{\"x\"\n\\", Assert.IsType<Pinged>(events[1].Value).Data);
        Assert.IsType<System.Text.Json.JsonElement>(events[2].Value);
    }

    [Theory]
    [InlineData("1,\"event\":\"ping\"")]
    [InlineData("1}")]
    [InlineData("{\"code\":1")]
    public async Task Data_of_an_event_cannot_add_to_the_object_around_them(string data)
    {
        var (events, error) = await StreamCalls.ReadAsync(StreamCalls.Events(Happenings, $"event: added\ndata: {data}\n\n"));

        Assert.Empty(events);
        Assert.Equal("$[0].data", Assert.IsType<ResponseBodyException>(error).Path);
    }

    [Fact]
    public async Task Text_of_other_types_is_parsed()
    {
        var violations = new List<string>();
        var type = new EventStreamType<DateOnly>(WireType.Date) { IsText = true };

        var dates = await StreamCalls.AllAsync(StreamCalls.Events(type, "data: 2024-02-29\n\ndata: soon\n\ndata: 2025-01-01\n\n", new ReadOptions { OnViolation = v => violations.Add(v.ToString()) }));

        Assert.Equal([new(2024, 2, 29), new(2025, 1, 1)], dates);
        Assert.Equal(["$[1]: expected a date of RFC 3339, found string \"soon\""], violations);
    }

    [Theory]
    [InlineData("event: error\ndata: {\"errors\":[{\"code\":7}]}\n\n")]
    [InlineData("event: error\ndata: {\"errors\":\ndata: [{\"code\":7}]}\n\n")]
    public async Task An_error_event_is_the_typed_exception_behind_the_events_before_it(string error)
    {
        var (events, thrown) = await StreamCalls.ReadAsync(StreamCalls.Events(StreamCalls.Details, "id: 5\ndata: {\"code\":1}\n\n" + error + "data: {\"code\":2}\n\n"));

        Assert.Equal([1], events.Select(e => e.Code));
        var e = Assert.IsType<ErrorResponseException>(thrown);
        Assert.Equal(7, e.Error?.Errors.Single().Code);
        Assert.Equal("5", e.LastEventId);
        Assert.Contains("answered 200 OK with a stream that ended in an error: {\"errors\":", e.Message);
    }

    [Fact]
    public async Task An_error_event_can_be_an_item()
    {
        var type = new EventStreamType<string>(WireType.String) { ErrorEvents = ["failure"] };

        var (events, thrown) = await StreamCalls.ReadAsync(StreamCalls.Events(type, "event: error\ndata: a\n\nevent: failure\ndata: b\n\n"));

        Assert.Equal(["a"], events);
        Assert.Equal("b", Assert.IsType<ErrorResponseException>(thrown).BodyText);
    }

    [Theory]
    [InlineData("{\"code\":1", "$[1].code", "the text ends before the value does")]
    [InlineData("{\"code\":tru}", "$[1].code", "where 'true' was expected")]
    [InlineData("{\"code\":1} x", "$[1]", "more text follows the value")]
    [InlineData("{\"code\":1}}", "$[1]", "more text follows the value")]
    [InlineData("hello", "$[1]", "'h' where a value was expected")]
    public async Task Data_that_are_not_JSON_are_an_error_at_their_place(string data, string path, string problem)
    {
        const string First = "id: a\ndata: {\"code\":1}\n\n";
        foreach (var next in new[] { "", "}\n", "data: {\"code\":3}\n\n", ",\"x\":1}\n\n" })
        {
            var (events, thrown) = await StreamCalls.ReadAsync(StreamCalls.Events(StreamCalls.Details, First + $"data: {data}\n\n" + next));

            var e = Assert.IsType<ResponseBodyException>(thrown);
            Assert.Equal([1], events.Select(x => x.Code));
            Assert.Equal((path, 1, "a"), (e.Path, e.ItemIndex, e.LastEventId));
            Assert.Contains(problem, e.Message);
            Assert.InRange(e.ByteOffset ?? -1, First.Length + 6, First.Length + 6 + data.Length);
            Assert.Equal($"data: {data}\n\n", e.BodyText);
        }
    }

    [Fact]
    public async Task Violations_are_reported_once_with_the_index_of_the_event()
    {
        var bytes = Encoding.UTF8.GetBytes("data: {\"code\":\"1\"}\n\ndata: 3\n\ndata:\n\ndata: {\"code\":\"2\"}\n\n");
        for (var length = 1; length <= bytes.Length; length++)
        {
            var violations = new List<string>();
            var events = await StreamCalls.AllAsync(
                StreamCalls.Events(StreamCalls.Details, new PiecesStream(bytes, length), new ReadOptions { OnViolation = v => violations.Add(v.ToString()) }));

            Assert.Equal([1, 2], events.Select(e => e.Code));
            Assert.Equal(
                ["$[0].code: expected an integer of 32 bits, found string \"1\"", "$[1]: expected an object, found number 3", "$[2]: expected an object, found nothing", "$[3].code: expected an integer of 32 bits, found string \"2\""],
                violations);
        }
    }

    [Fact]
    public async Task In_strict_mode_the_first_violation_ends_the_stream()
    {
        var (events, thrown) = await StreamCalls.ReadAsync(
            StreamCalls.Events(StreamCalls.Details, "data: {\"code\":1}\n\ndata: {\"code\":\"2\"}\n\n", new ReadOptions { Mode = ContractMode.Strict }));

        Assert.Single(events);
        var e = Assert.IsType<ContractViolationException>(thrown);
        Assert.Equal(("$[1].code", 1), (e.Path, e.ItemIndex));
    }

    [Theory]
    [InlineData("application/json", "{\"code\":1}")]
    [InlineData("text/html; charset=utf-8", "<html><title>Sign in</title>")]
    public async Task Another_type_of_body_is_an_error_that_shows_it(string contentType, string body)
    {
        await using var server = await TestServer.StartAsync(200, contentType, body);

        var (events, thrown) = await StreamCalls.ReadAsync(StreamCalls.Events(StreamCalls.Details, server.Adapter()));

        Assert.Empty(events);
        Assert.Contains($"with a body of the type {contentType}, where text/event-stream was expected. It begins: {body}", Assert.IsType<ResponseBodyException>(thrown).Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("text/event-stream; charset=iso-8859-1")]
    [InlineData("application/octet-stream")]
    public async Task General_types_are_read_as_what_was_asked_for(string? contentType)
    {
        await using var server = await TestServer.StartAsync(200, contentType, "data: é\n\n");

        Assert.Equal(["é"], await StreamCalls.AllAsync(StreamCalls.Events(StreamCalls.Texts, server.Adapter())));
    }

    [Fact]
    public async Task An_error_status_is_the_exception_of_a_single_call()
    {
        await using var server = await TestServer.StartAsync(400, "application/json", """{"errors":[{"code":4}]}""");

        var (_, thrown) = await StreamCalls.ReadAsync(StreamCalls.Events(StreamCalls.Details, server.Adapter(), Method.POST));

        Assert.Equal(4, Assert.IsType<ErrorResponseException>(thrown).Error?.Errors.Single().Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Each_enumeration_sends_a_request_of_its_own()
    {
        await using var server = await TestServer.StartAsync(200, "text/event-stream", "data: {\"code\":1}\n\n");
        var stream = StreamCalls.Events(StreamCalls.Details, server.Adapter(), Method.POST);
        Assert.Empty(server.Requests);

        await StreamCalls.AllAsync(stream);
        await StreamCalls.AllAsync(stream);

        Assert.Equal(["POST", "POST"], server.Requests.Select(r => r.Method));
    }

    [Fact]
    public async Task An_enumerator_that_has_ended_stays_at_its_end()
    {
        var events = StreamCalls.Events(StreamCalls.Texts, "data: a\n\n").GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await events.MoveNextAsync());
        Assert.False(await events.MoveNextAsync());
        Assert.False(await events.MoveNextAsync());
        await events.DisposeAsync();
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task What_a_callback_throws_reaches_the_caller_as_it_is()
    {
        var (events, thrown) = await StreamCalls.ReadAsync(StreamCalls.Events(
            StreamCalls.Details, "data: {\"code\":1}\n\ndata: {\"code\":\"2\"}\n\n", new ReadOptions { OnViolation = _ => throw new InvalidTimeZoneException() }));

        Assert.Single(events);
        Assert.IsType<InvalidTimeZoneException>(thrown);
    }
}
