using System.Net;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Runtime.Tests.Http;

/// <summary>Requests wait as a rate limit demands, by a clock that a test moves.</summary>
public sealed class RateLimitTests
{
    private static readonly RateLimit TwoASecond = new(2, TimeSpan.FromSeconds(1), burst: 3);

    private readonly ManualTime time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_beyond_the_burst_wait_in_their_order()
    {
        var stub = StubHandler.Statuses(HttpStatusCode.NoContent);
        using var adapter = Adapter(new RetryHandler { InnerHandler = stub });

        var calls = Enumerable.Range(0, 5).Select(_ => SendAsync(adapter, TwoASecond)).ToList();

        Assert.Equal(3, stub.Sent.Count);
        time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(4, stub.Sent.Count);
        time.Advance(TimeSpan.FromSeconds(0.5));
        await Task.WhenAll(calls);
        Assert.Equal(5, stub.Sent.Count);
        time.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(adapter, TwoASecond)));
    }

    [Fact]
    public async Task Each_attempt_counts()
    {
        var stub = StubHandler.Statuses(HttpStatusCode.TooManyRequests, HttpStatusCode.NoContent);
        using var adapter = Adapter(new RetryHandler(new() { Delay = TimeSpan.Zero }) { InnerHandler = stub });

        var call = SendAsync(adapter, new(1, TimeSpan.FromSeconds(10)));

        Assert.Single(stub.Sent);
        time.Advance(TimeSpan.FromSeconds(10));
        await call;
        Assert.Equal(2, stub.Sent.Count);
    }

    [Fact]
    public async Task A_limit_of_the_caller_takes_the_place_of_the_documents()
    {
        var stub = StubHandler.Statuses(HttpStatusCode.NoContent);
        using var unlimited = Adapter(new RetryHandler(limits: new RateLimits(RateLimit.None)) { InnerHandler = stub });
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(unlimited, TwoASecond)));

        using var limited = Adapter(new RateLimitHandler(new(new(1, TimeSpan.FromSeconds(1)))) { InnerHandler = stub });
        await SendAsync(limited, TwoASecond);
        await SendAsync(limited, TwoASecond, new RateLimit(9, TimeSpan.FromSeconds(1)));
        var waiting = SendAsync(limited, TwoASecond);
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await waiting;
    }

    [Fact]
    public async Task Limits_of_different_scopes_are_counted_apart()
    {
        var stub = StubHandler.Statuses(HttpStatusCode.NoContent);
        using var adapter = Adapter(new RetryHandler { InnerHandler = stub });

        await SendAsync(adapter, new(1, TimeSpan.FromSeconds(1), scope: "/a"));
        await SendAsync(adapter, new(1, TimeSpan.FromSeconds(1), scope: "/b"));

        Assert.Equal(2, stub.Sent.Count);
    }

    [Fact]
    public async Task A_wait_beyond_the_calls_limit_is_not_begun_and_a_canceled_one_takes_nothing()
    {
        var stub = StubHandler.Statuses(HttpStatusCode.NoContent);
        var limit = new RateLimit(1, TimeSpan.FromMinutes(4));
        using var adapter = Adapter(new RetryHandler { InnerHandler = stub });
        await SendAsync(adapter, limit);

        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var canceled = SendAsync(adapter, limit, cancellationToken: cancel.Token);
        var e = await Assert.ThrowsAsync<TimeoutException>(() => SendAsync(adapter, limit));
        Assert.Contains("1 requests in 240 seconds", e.Message);
        await cancel.CancelAsync();
        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled)).CancellationToken);

        time.Advance(TimeSpan.FromMinutes(4));
        await SendAsync(adapter, limit);
        Assert.Equal(2, stub.Sent.Count);
    }

    [Fact]
    public void A_limit_that_is_none_is_refused()
    {
        var second = TimeSpan.FromSeconds(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit(0, second));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit(1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit(1, TimeSpan.FromDays(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit(1, second, 0));
        Assert.Equal(new RateLimit(5, second), new RateLimit(5, second, 5));
    }

    private static Task SendAsync(ServiceRequestAdapter adapter, RateLimit ofDocument, RateLimit? ofCall = null, CancellationToken? cancellationToken = null)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = new("http://s.test/") };
        if (ofCall is not null)
            request.AddRequestOptions([ofCall]);
        return adapter.SendAsync(request, BodyType.None, new ErrorMap { RateLimit = ofDocument }, cancellationToken ?? Token);
    }

    private ServiceRequestAdapter Adapter(HttpMessageHandler handler) =>
        new(new AnonymousAuthenticationProvider(), new("http://s.test"), new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, new ReadOptions { TimeProvider = time });
}
