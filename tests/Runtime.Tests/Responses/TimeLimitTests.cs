using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Responses;

/// <summary>Time limits that pass in a body, with a clock that the body itself moves.</summary>
public sealed class TimeLimitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(Json.Page(null, "1", "2", "3", "4", "5"));

    // What stands before the items is no progress, so that the first one takes two pieces.
    private static readonly int ItemLength = Json.Event.Length + 1;

    private readonly ManualTime time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task White_space_a_byte_at_a_time_ends_a_walk_after_the_time_without_progress()
    {
        var start = time.GetUtcNow();
        var seen = new List<string>();
        var first = Page.AsSpan().IndexOf(Encoding.UTF8.GetBytes("\"id\":\"2\"")) - 1;
        var pieces = new Queue<int>([first]);
        var body = new PiecesStream([.. Page[..first], .. new byte[1000].Select(_ => (byte)' ')], () => pieces.TryDequeue(out var length) ? length : 1) { Before = Pass(1) };

        var e = await Assert.ThrowsAsync<ResponseBodyException>(async () =>
        {
            await foreach (var item in Events(body, BodyTimeout(10)).GetAllAsync().WithCancellation(Token))
                seen.Add(item.Id);
        });

        Assert.Equal(["1"], seen);
        Assert.IsType<TimeoutException>(e.InnerException);
        // One second for the first item, ten without another, and one reading that finds the time over.
        Assert.InRange((time.GetUtcNow() - start).TotalSeconds, 11, 13);
    }

    [Fact]
    public async Task A_body_that_is_read_whole_has_its_time_limit_in_all()
    {
        var start = time.GetUtcNow();
        var body = new PiecesStream(Page, 1) { Before = Pass(1) };

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => Events(body, BodyTimeout(10)).GetAsync(cancellationToken: Token));

        Assert.IsType<TimeoutException>(e.InnerException);
        Assert.Equal(10, (time.GetUtcNow() - start).TotalSeconds);
    }

    public static TheoryData<Exception> ErrorsOfAClosedConnection() => [new ObjectDisposedException("NetworkStream"), new IOException("Connection reset by peer")];

    [Theory]
    [MemberData(nameof(ErrorsOfAClosedConnection))]
    public async Task A_read_that_sees_the_closed_connection_first_is_out_of_time_all_the_same(Exception closed)
    {
        PiecesStream Body() => new(Page, 1) { Before = Pass(1), CanceledError = closed };

        var whole = await Assert.ThrowsAsync<ResponseBodyException>(() => Events(Body(), BodyTimeout(10)).GetAsync(cancellationToken: Token));
        var walked = await Assert.ThrowsAsync<ResponseBodyException>(() => Events(Body(), BodyTimeout(10)).GetAllAsync().CountAsync(Token).AsTask());

        Assert.IsType<TimeoutException>(whole.InnerException);
        Assert.IsType<TimeoutException>(walked.InnerException);
    }

    [Fact]
    public async Task Each_item_gives_the_service_all_its_time_again()
    {
        var body = new PiecesStream(Page, ItemLength) { Before = Pass(4) };

        Assert.Equal(["1", "2", "3", "4", "5"], await Events(body, BodyTimeout(10)).GetAllAsync().Select(i => i.Id).ToListAsync(Token));
    }

    [Fact]
    public async Task Much_of_one_item_gives_it_all_its_time_again_too()
    {
        var item = Json.EventWith($"\"publisher\":\"{new string('x', 1_000_000)}\"");
        var body = new PiecesStream(Encoding.UTF8.GetBytes(Json.Page(null, "0").Replace("[{", $"[{item},{{")), 64 * 1024) { Before = Pass(4) };

        Assert.Equal(["1", "0"], await Events(body, BodyTimeout(10)).GetAllAsync().Select(i => i.Id).ToListAsync(Token));
    }

    [Fact]
    public async Task The_time_that_the_caller_takes_with_an_item_does_not_count()
    {
        var body = new PiecesStream(Page, ItemLength) { Before = Pass(4) };
        var seen = new List<string>();

        await foreach (var item in Events(body, BodyTimeout(10)).GetAllAsync().WithCancellation(Token))
        {
            seen.Add(item.Id);
            time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["1", "2", "3", "4", "5"], seen);
    }

    [Fact]
    public async Task The_calls_limit_counts_on_in_a_body_that_is_read_whole()
    {
        var start = time.GetUtcNow();
        var body = new PiecesStream(Page, 1) { Before = Pass(6) };

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => Events(body, CallTimeout(), headersAfter: 50).GetAsync(cancellationToken: Token));

        Assert.IsType<TimeoutException>(e.InnerException);
        Assert.Equal(200, e.StatusCode);
        Assert.Equal(62, (time.GetUtcNow() - start).TotalSeconds);
    }

    [Fact]
    public async Task The_calls_limit_in_the_body_of_an_error_leaves_the_error()
    {
        var start = time.GetUtcNow();
        var body = new PiecesStream("Internal trouble"u8.ToArray(), 1) { Before = Pass(6) };

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => Events(body, CallTimeout(), headersAfter: 50, status: 500).GetAsync(cancellationToken: Token));

        Assert.IsNotType<ResponseBodyException>(e, exactMatch: false);
        Assert.Equal((500, "I", true), (e.StatusCode, e.BodyText, e.IsBodyTruncated));
        Assert.Equal(62, (time.GetUtcNow() - start).TotalSeconds);
    }

    [Fact]
    public async Task The_calls_limit_does_not_count_while_items_arrive()
    {
        var body = new PiecesStream(Page, ItemLength) { Before = Pass(25) };

        Assert.Equal(5, await Events(body, CallTimeout() with { BodyTimeout = Limit }, headersAfter: 50).GetAllAsync().CountAsync(Token));
    }

    private Sample.EventsRequestBuilder Events(PiecesStream body, ReadOptions options, int headersAfter = 0, int status = 200) => BodyAdapter.Events(
        _ =>
        {
            time.Advance(TimeSpan.FromSeconds(headersAfter));
            return body;
        },
        options with { TimeProvider = time },
        status);

    private Action Pass(int seconds) => () => time.Advance(TimeSpan.FromSeconds(seconds));

    private static ReadOptions BodyTimeout(int seconds) => new() { BodyTimeout = TimeSpan.FromSeconds(seconds) };

    private static ReadOptions CallTimeout() => new() { CallTimeout = Limit, BodyTimeout = Timeout.InfiniteTimeSpan };
}
