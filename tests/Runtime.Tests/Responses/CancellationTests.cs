using System.Text;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Tests.Support;
using Sample;

namespace Kiln.Runtime.Tests.Responses;

/// <summary>A caller that cancels in the middle of a body gets an exception of its own token, however the body is read.</summary>
public sealed class CancellationTests
{
    private static readonly byte[] Half = Encoding.UTF8.GetBytes(Json.Page(null, "1", "2"))[..^60];

    /// <summary>What calls, and whether it hands out the first item before.</summary>
    private static readonly Dictionary<string, (int Status, Func<EventsRequestBuilder, CancellationToken, Task> Call)> Ways = new()
    {
        ["value"] = (200, (events, token) => events.GetAsync(cancellationToken: token)),
        ["text"] = (200, (events, token) => events.GetTextAsync(cancellationToken: token)),
        ["bytes"] = (200, (events, token) => events.GetBytesAsync(cancellationToken: token)),
        ["error"] = (400, (events, token) => events.GetAsync(cancellationToken: token)),
        ["error of a walk"] = (500, (events, token) => events.GetAllAsync().ToListAsync(token).AsTask()),
        ["count"] = (200, (events, token) => events.CountAsync(cancellationToken: token)),
        ["page by page"] = (200, (events, token) => events.GetAllAsync().ByPageAsync(token).ToListAsync(token).AsTask()),
        ["item by item"] = (200, (events, token) => events.GetAllAsync().ToListAsync(token).AsTask()),
        ["item by item, ahead"] = (200, (events, token) => events.GetAllAsync().WithPrefetch(3).ToListAsync(token).AsTask()),
        ["as JSON"] = (200, (events, token) => events.GetAllAsync().AsJsonAsync(token).ToListAsync(token).AsTask()),
    };

    public static TheoryData<string> WayNames => [.. Ways.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(WayNames))]
    public async Task Cancelling_in_the_middle_of_a_body_gives_the_callers_own_token(string way)
    {
        var (status, call) = Ways[way];
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var body = new PiecesStream(Half, 20) { StaysOpen = true };

        var pending = call(BodyAdapter.Events(_ => body, status: status), cancel.Token);
        await body.Waiting.WaitAsync(Token);
        await cancel.CancelAsync();

        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending)).CancellationToken);
    }

    [Fact]
    public async Task Items_before_the_cancellation_were_handed_out()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var body = new PiecesStream(Half, 20) { StaysOpen = true };
        var seen = new List<string>();

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in BodyAdapter.Events(_ => body).GetAllAsync().WithCancellation(cancel.Token))
            {
                seen.Add(item.Id);
                _ = body.Waiting.ContinueWith(_ => cancel.Cancel(), Token, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        });

        Assert.Equal(["1"], seen);
        Assert.Equal(cancel.Token, e.CancellationToken);
        Assert.NotNull(e.GetResumeToken());
    }
}
