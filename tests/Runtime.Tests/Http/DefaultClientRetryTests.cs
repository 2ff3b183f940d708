using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Sample.Models;

namespace Kiln.Runtime.Tests.Http;

/// <summary>The waits between attempts through the handlers of a client that the adapter makes itself, over a connection, with a clock that a test moves.</summary>
public sealed class DefaultClientRetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string?, int> Waits() => new()
    {
        { 429, "GET", "7", 7 },
        { 429, "POST", "7", 7 },
        { 503, "GET", "40", 40 },
        { 504, "GET", "1", 1 },
        { 429, "GET", "Thu, 01 Jan 2026 00:00:09 GMT", 9 },
        { 503, "GET", null, 1 },
    };

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task The_next_attempt_is_made_when_the_time_has_passed_and_not_before(int status, string method, string? retryAfter, int seconds)
    {
        var wait = TimeSpan.FromSeconds(seconds);
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var time = new ManualTime { Waiting = asked => _ = asked == wait && waiting.TrySetResult() };
        var isFirst = true;
        await using var server = await TestServer.StartAsync(async context =>
        {
            if (isFirst)
            {
                isFirst = false;
                context.Response.StatusCode = status;
                if (retryAfter is not null)
                    context.Response.Headers.RetryAfter = retryAfter;
                return;
            }
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Json.Page(null, "1"), context.RequestAborted);
        });
        var notices = new List<RetryInfo>();
        var retry = new RetryOptions { OnRetry = notices.Add, Random = new FixedRandom(1) };
        var events = server.Events(new ReadOptions { TimeProvider = time });

        var call = method == "GET"
            ? events.GetAsync(r => r.Options.Add(retry), Token)
            : events.PostAsync(new ThreatEvent { Id = "1" }, configure: r => r.Options.Add(retry), cancellationToken: Token);
        await waiting.Task.WaitAsync(Token);
        time.Advance(wait - TimeSpan.FromTicks(1));
        Assert.Single(server.Requests);
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));
        await call;

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal((status, wait), (Assert.Single(notices).StatusCode, notices[0].Delay));
    }
}
