using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample.Models;

namespace Kiln.Runtime.Tests.Streaming;

/// <summary>How long, how large and how silent streams may be.</summary>
[Collection(nameof(Measuring))]
public sealed class StreamLimitTests
{
    private static readonly ItemStreamType<ErrorDetail> Lines = new(WireType.Model<ErrorDetail>(), ItemStreamFormat.Lines);
    private static readonly ItemStreamType<ErrorDetail> Elements = new(WireType.Model<ErrorDetail>(), ItemStreamFormat.Array);

    private readonly ManualTime time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Ways to read a stream: its first item, a further item of any length, and what follows that.</summary>
    public static TheoryData<string> Forms() => ["events", "comment", "many lines", "name", "lines", "array", "sequence"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_item_that_does_not_end_is_refused(string form)
    {
        var (first, endless) = form switch
        {
            "events" => ("data: {\"code\":1}\n\ndata: {\"title\":\"", "x"),
            "comment" => ("data: {\"code\":1}\n\n: ", "x"),
            "many lines" => ("data: {\"code\":1}\n\ndata: {\"title\":\"", "\ndata: x"),
            "name" => ("data: {\"code\":1}\n\nevent: ", "x"),
            "array" => ("[{\"code\":1},{\"title\":\"", "x"),
            "sequence" => ("\u001e{\"code\":1}\n\u001e{\"title\":\"", "x"),
            _ => ("{\"code\":1}\n{\"title\":\"", "x"),
        };
        var body = new Joined(Encoding.UTF8.GetBytes(first), new PiecesStream(Encoding.UTF8.GetBytes(endless), 1000) { IsEndless = true });
        var options = new ReadOptions { MaxBodyBytes = 10_000 };

        var (items, error) = form is "lines" or "array" or "sequence"
            ? await StreamCalls.ReadAsync(StreamCalls.Items(new ItemStreamType<ErrorDetail>(WireType.Model<ErrorDetail>(), Enum.Parse<ItemStreamFormat>(form, ignoreCase: true)), body, options))
            : await StreamCalls.ReadAsync(StreamCalls.Events(StreamCalls.Details, body, options));

        Assert.Equal([1], items.Select(i => i.Code));
        var e = Assert.IsType<ResponseBodyException>(error);
        Assert.Contains("with a body that has an item of more than the 10000 bytes that are allowed", e.Message);
        Assert.Equal(1, e.ItemIndex);
        Assert.InRange(body.Position, 10_000, 200_000);
    }

    [Theory]
    [InlineData("data: {\"title\":\"TEXT\",\"code\":2}\n\n")]
    [InlineData("{\"title\":\"TEXT\",\"code\":2}\n")]
    public async Task A_whole_item_that_is_too_large_is_refused(string item)
    {
        var body = item.Replace("TEXT", "", StringComparison.Ordinal) + item.Replace("TEXT", new string('x', 1000), StringComparison.Ordinal);
        var options = new ReadOptions { MaxBodyBytes = 1000 };

        var (items, error) = item[0] == 'd' ? await StreamCalls.ReadAsync(StreamCalls.Events(StreamCalls.Details, body, options)) : await StreamCalls.ReadAsync(StreamCalls.Items(Lines, body, options));

        Assert.Single(items);
        Assert.Contains("an item of more than the 1000 bytes", Assert.IsType<ResponseBodyException>(error).Message);
    }

    [Fact]
    public async Task A_silent_stream_has_all_the_time_unless_it_has_a_limit()
    {
        var hours = 0;
        Stream Body() => new PiecesStream("data: a\n\n"u8.ToArray(), 1) { Before = () => time.Advance(TimeSpan.FromHours(++hours > 0 ? 1 : 0)) };
        var options = new ReadOptions { TimeProvider = time };

        var unlimited = await StreamCalls.ReadAsync(StreamCalls.Events(StreamCalls.Texts, Body(), options));
        var limited = await StreamCalls.ReadAsync(StreamCalls.Events(StreamCalls.Texts, Body(), options).WithIdleTimeout(TimeSpan.FromMinutes(59)));
        var items = await StreamCalls.ReadAsync(StreamCalls.Items(Lines, Body(), options).WithIdleTimeout(TimeSpan.FromMinutes(59)));
        var enough = await StreamCalls.ReadAsync(StreamCalls.Events(StreamCalls.Texts, Body(), options).WithIdleTimeout(TimeSpan.FromMinutes(61)));

        Assert.Equal((null, null), (unlimited.Error, enough.Error));
        Assert.Equal(["a", "a"], [.. unlimited.Items, .. enough.Items]);
        foreach (var error in new[] { limited.Error, items.Error })
        {
            var e = Assert.IsType<ResponseBodyException>(error);
            Assert.IsType<TimeoutException>(e.InnerException);
            Assert.Contains("nothing came within 3540 seconds", e.Message);
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => StreamCalls.Events(StreamCalls.Texts, "").WithIdleTimeout(TimeSpan.Zero));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_the_loop_closes_the_connection(bool isEvents)
    {
        var text = isEvents ? "data: {\"code\":1}\n\n" : "{\"code\":1}\n";
        await using var server = new FaultServer(Reply.Head("200 OK", "Content-Length: 100000000").Then(text).Then(new Part.Stall()));

        await foreach (var item in Stream(isEvents, server.Url).WithCancellation(Token))
        {
            Assert.Equal(1, item.Code);
            break;
        }

        await server.WaitUntilNoneIsOpenAsync(Token);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Canceling_ends_a_silent_stream(bool isEvents)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var text = isEvents ? "data: {\"code\":1}\n\n" : "{\"code\":1}\n";
        await using var server = new FaultServer(Reply.Head("200 OK", "Content-Length: 1000000").Then(text).Then(new Part.Stall()));
        var items = Stream(isEvents, server.Url).GetAsyncEnumerator(cancel.Token);
        Assert.True(await items.MoveNextAsync());

        var next = items.MoveNextAsync().AsTask();
        await cancel.CancelAsync();
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);

        Assert.Equal(cancel.Token, e.CancellationToken);
        await server.WaitUntilNoneIsOpenAsync(Token);
        Assert.False(await items.MoveNextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Items_that_came_before_the_connection_broke_are_handed_out(bool isEvents)
    {
        var text = isEvents ? "data: {\"code\":1}\n\ndata: {\"code\":2}\n\ndata: {\"co" : "{\"code\":1}\n{\"code\":2}\n{\"co";
        foreach (var ending in new[] { Ending.Close, Ending.Reset })
        {
            await using var server = new FaultServer(Reply.Head("200 OK", "Content-Length: 1000000").Then(text) with { Ending = ending });

            var (items, error) = await StreamCalls.ReadAsync(Stream(isEvents, server.Url));

            var e = Assert.IsType<ResponseBodyException>(error);
            Assert.NotNull(e.InnerException);
            // A reset may overtake what was sent before it.
            if (ending == Ending.Close)
            {
                Assert.Equal([1, 2], items.Select(i => i.Code));
                Assert.Equal(2, e.ItemIndex);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Items_are_there_while_the_service_still_sends(bool isEvents)
    {
        var texts = Enumerable.Range(1, 3).Select(code => isEvents ? $"data: {{\"code\":{code}}}\n\n" : $"{{\"code\":{code}}}\n").ToList();
        var seen = new SemaphoreSlim(1);
        await using var server = await TestServer.StartAsync(async context =>
        {
            foreach (var text in texts)
            {
                await seen.WaitAsync(context.RequestAborted);
                await context.Response.WriteAsync(text);
                await context.Response.Body.FlushAsync();
            }
        });

        var codes = new List<int>();
        await foreach (var item in Stream(isEvents, server.Url).WithCancellation(Token))
        {
            codes.Add(item.Code);
            seen.Release();
        }

        Assert.Equal([1, 2, 3], codes);
    }

    private static IAsyncEnumerable<ErrorDetail> Stream(bool isEvents, Uri url)
    {
        var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), url);
        return isEvents
            ? StreamCalls.Events(StreamCalls.Details, adapter, Method.POST)
            : StreamCalls.Items(Lines, adapter);
    }

    /// <summary>Some bytes, and then another body.</summary>
    private sealed class Joined(byte[] first, Stream rest) : MemoryStream
    {
        private bool isBehindFirst;

        public override long Position { get; set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = isBehindFirst ? await rest.ReadAsync(buffer, cancellationToken) : first.Length;
            if (!isBehindFirst)
                first.CopyTo(buffer);
            isBehindFirst = true;
            Position += read;
            return read;
        }
    }
}
