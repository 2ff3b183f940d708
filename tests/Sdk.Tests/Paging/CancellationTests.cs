using System.Text;
using Microsoft.AspNetCore.Http;
using SentinelOne.ThreatEvents.Tests.Support;
using SentinelOne.ThreatEvents.Threats.Item.Explore.Events;

namespace SentinelOne.ThreatEvents.Tests.Paging;

public sealed class CancellationTests : IDisposable
{
    private readonly CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public static TheoryData<string> Ways => ["GetAsync", "GetWithResponseAsync", "CountAsync", "GetAllAsync", "ByPageAsync", "AsJsonAsync"];

    public void Dispose() => cancel.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_call_that_is_cancelled_already_sends_nothing(string way)
    {
        await using var console = await ScriptedConsole.WithSample();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(way, console.Events()));

        Assert.Empty(console.Asked);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_page_that_is_still_arriving_is_given_up(string way)
    {
        var isHalfSent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var console = await ScriptedConsole.StartAsync(async (_, context) =>
        {
            await context.Response.WriteAsync("""{"data":[{"id":"1"},""", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            isHalfSent.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var call = SendAsync(way, console.Events());
        await isHalfSent.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(console.Asked);
    }

    [Fact]
    public async Task Between_two_pages_the_next_is_not_asked_for()
    {
        await using var console = await ScriptedConsole.WithSample();
        var pages = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in console.Events().GetAllAsync().ByPageAsync(cancel.Token))
            {
                pages++;
                await cancel.CancelAsync();
            }
        });

        Assert.Equal((1, 1), (pages, console.Asked.Count));
    }

    [Fact]
    public async Task Within_a_page_no_further_event_comes()
    {
        await using var console = await ScriptedConsole.WithSample();
        var events = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in console.Events().GetAllAsync().WithCancellation(cancel.Token))
            {
                if (++events == 1500)
                    await cancel.CancelAsync();
            }
        });

        Assert.Equal((1500, 2), (events, console.Asked.Count));
    }

    [Fact]
    public async Task Within_a_page_of_json_no_further_event_comes()
    {
        await using var console = await ScriptedConsole.WithSample();
        var events = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in console.Events().GetAllAsync().AsJsonAsync(cancel.Token))
            {
                if (++events == 3)
                    await cancel.CancelAsync();
            }
        });

        Assert.Equal((3, 1), (events, console.Asked.Count));
    }

    private Task SendAsync(string way, EventsRequestBuilder events) => way switch
    {
        "GetAsync" => events.GetAsync(cancellationToken: cancel.Token),
        "GetWithResponseAsync" => events.GetWithResponseAsync(cancellationToken: cancel.Token),
        "CountAsync" => events.CountAsync(cancellationToken: cancel.Token),
        "GetAllAsync" => events.GetAllAsync().ToListAsync(cancel.Token).AsTask(),
        "ByPageAsync" => events.GetAllAsync().ByPageAsync(cancel.Token).ToListAsync(cancel.Token).AsTask(),
        "AsJsonAsync" => events.GetAllAsync().AsJsonAsync(cancel.Token).ToListAsync(cancel.Token).AsTask(),
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "Not a way to call."),
    };
}
