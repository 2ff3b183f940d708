using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Kiln.Runtime.Http;
using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Http;

/// <summary>The rules as other handlers can ask them, and the budget of a client.</summary>
public sealed class RetryRulesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<Exception, bool, bool> Failures() => new()
    {
        { new HttpRequestException(HttpRequestError.ConnectionError), true, true },
        { new HttpRequestException(HttpRequestError.NameResolutionError), true, true },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, null, new IOException()), true, true },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, null, new AuthenticationException()), false, false },
        { new HttpRequestException(HttpRequestError.ResponseEnded), false, true },
        { new HttpRequestException("lost", new IOException()), false, true },
        { new HttpRequestException("lost", new SocketException(104)), false, true },
        { new IOException(), false, true },
        { new HttpRequestException(HttpRequestError.InvalidResponse), false, false },
        { new HttpRequestException("too long", new HttpIOException(HttpRequestError.ConfigurationLimitExceeded)), false, false },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError), false, false },
        { new TimeoutException(), false, false },
        { new OperationCanceledException(), false, false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_is_retried_where_that_is_safe(Exception failure, bool ofPost, bool ofGet)
    {
        Assert.Equal((ofPost, ofGet), (Asks("POST", failure), Asks("GET", failure)));

        using var keyed = new HttpRequestMessage(HttpMethod.Post, "http://s.test") { Headers = { { "idempotency-key", "1" } } };
        Assert.Equal(ofGet, RetryRules.ShouldRetry(keyed, null, failure));
        using var once = new HttpRequestMessage(HttpMethod.Put, "http://s.test") { Content = new StreamContent(Stream.Null) };
        Assert.False(RetryRules.ShouldRetry(once, null, failure));
    }

    [Theory]
    [InlineData("QUERY", true)]
    [InlineData("SEARCH", true)]
    [InlineData("COPY", false)]
    [InlineData("LOCK", false)]
    public void Of_other_methods_the_safe_ones_are_retried(string method, bool isRetried) => Assert.Equal(isRetried, Asks(method, new IOException()));

    [Fact]
    public async Task A_post_that_found_no_server_is_sent_again()
    {
        var number = 0;
        var stub = new StubHandler((_, _) => number++ == 0 ? throw new HttpRequestException(HttpRequestError.ConnectionError) : new(HttpStatusCode.NoContent));
        var notices = new List<RetryInfo>();
        using var client = new HttpClient(new RetryHandler(new() { Delay = TimeSpan.Zero, OnRetry = notices.Add }) { InnerHandler = stub });

        using var response = await client.PostAsync("http://s.test/", new StringContent("x"), Token);

        Assert.Equal(["x", "x"], stub.Sent.Select(s => s.Body));
        Assert.Equal((1, null), (Assert.Single(notices).Attempt, notices[0].StatusCode));
        Assert.IsType<HttpRequestException>(notices[0].Exception);
    }

    [Fact]
    public async Task The_last_failure_is_the_calls_when_the_retries_are_used_up()
    {
        var stub = new StubHandler((_, number) => throw new HttpRequestException(HttpRequestError.ResponseEnded, $"number {number}"));
        using var client = new HttpClient(new RetryHandler(new() { Delay = TimeSpan.Zero, MaxRetries = 2 }) { InnerHandler = stub });

        var e = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("http://s.test/", Token));

        Assert.Equal(("number 2", 3), (e.Message, stub.Sent.Count));
    }

    [Fact]
    public async Task An_outage_is_not_multiplied_by_retries()
    {
        var time = new ManualTime();
        var stub = StubHandler.Statuses(HttpStatusCode.ServiceUnavailable);
        using var client = new HttpClient(new RetryHandler(new() { Delay = TimeSpan.Zero }, new RetryBudget(0.25, 1, time)) { InnerHandler = stub });
        async Task<int> SendAsync(int requests)
        {
            var before = stub.Sent.Count;
            for (var i = 0; i < requests; i++)
                (await client.GetAsync("http://s.test/", Token)).Dispose();
            return stub.Sent.Count - before - requests;
        }

        // Ten that were kept for it, and one for four requests; the first of them finds the budget full.
        Assert.Equal(34, await SendAsync(100));
        Assert.Equal(25, await SendAsync(100));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(30, await SendAsync(100));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(34, await SendAsync(100));
    }

    private static bool Asks(string method, Exception failure)
    {
        using var request = new HttpRequestMessage(new(method), "http://s.test");
        return RetryRules.ShouldRetry(request, null, failure);
    }
}
