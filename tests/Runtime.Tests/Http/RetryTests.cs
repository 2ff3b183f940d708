using System.Net;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample;
using Sample.Models;

namespace Kiln.Runtime.Tests.Http;

/// <summary>Which requests are sent again, when, and what the caller gets in the end.</summary>
public sealed class RetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, bool, bool> Rules()
    {
        var rules = new TheoryData<string, int, bool, bool>();
        foreach (var method in new[] { "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "POST", "PATCH", "PURGE" })
        {
            var isIdempotent = method is not ("POST" or "PATCH" or "PURGE");
            rules.Add(method, 429, false, true);
            foreach (var risky in new[] { 408, 500, 502, 503, 504 })
            {
                rules.Add(method, risky, false, isIdempotent);
                rules.Add(method, risky, true, true);
            }
            foreach (var other in new[] { 200, 302, 400, 401, 409, 425, 501, 505 })
                rules.Add(method, other, true, false);
        }
        return rules;
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_request_is_sent_again_only_where_that_is_safe(string method, int status, bool retriesUnsafe, bool isSentAgain)
    {
        var stub = StubHandler.Statuses((HttpStatusCode)status, HttpStatusCode.NoContent);
        using var client = Client(stub, new RetryOptions { Delay = TimeSpan.Zero, RetryNonIdempotentMethods = retriesUnsafe });

        using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "http://s.test/"), Token);

        Assert.Equal(isSentAgain ? 2 : 1, stub.Sent.Count);
        Assert.Equal(isSentAgain ? 204 : status, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_last_answer_counts_when_the_retries_are_used_up()
    {
        var stub = StubHandler.Statuses(HttpStatusCode.ServiceUnavailable);
        using var client = Client(stub, new RetryOptions { Delay = TimeSpan.Zero, MaxRetries = 2 });

        using var response = await client.GetAsync("http://s.test/", Token);

        Assert.Equal((503, 3), ((int)response.StatusCode, stub.Sent.Count));
    }

    [Fact]
    public async Task A_body_that_can_be_read_once_is_not_sent_twice()
    {
        var stub = StubHandler.Statuses(HttpStatusCode.TooManyRequests, HttpStatusCode.NoContent);
        using var adapter = Adapter(stub);
        var request = new SampleClient(adapter).Threats["1"].ToPostRequestInformation(new ThreatEvent { Id = "7" });
        request.Content = new OnceOnly();

        await Assert.ThrowsAnyAsync<ServiceException>(() => adapter.SendAsync(request, BodyType.None, new(), Token));

        Assert.Single(stub.Sent);
    }

    [Fact]
    public async Task A_body_that_can_be_read_again_is_sent_whole_each_time()
    {
        var stub = StubHandler.Statuses(HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.NoContent);
        using var adapter = Adapter(stub);

        await new SampleClient(adapter).Threats["1"].PostAsync(
            new ThreatEvent { Id = "7" }, configure: r => r.Options.Add(new RetryOptions { Delay = TimeSpan.Zero }), cancellationToken: Token);

        Assert.Equal(3, stub.Sent.Count);
        Assert.All(stub.Sent, r => Assert.Equal(Json.Write(new ThreatEvent { Id = "7" }), r.Body));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData(" 7 ", 7)]
    [InlineData("Thu, 01 Jan 2026 00:00:09 GMT", 9)]
    [InlineData("Thursday, 01-Jan-26 00:00:09 GMT", 9)]
    [InlineData("Thu Jan  1 00:00:09 2026", 9)]
    [InlineData("Wed, 31 Dec 2025 00:00:00 GMT", 0)]
    [InlineData("", 1)]
    [InlineData("-1", 1)]
    [InlineData("1.5", 1)]
    [InlineData("soon", 1)]
    [InlineData("1, 2", 1)]
    [InlineData("2026-01-01T00:00:09Z", 1)]
    public async Task The_wait_is_what_the_service_asks_for_or_the_usual_one(string retryAfter, int seconds)
    {
        var time = new ManualTime();
        var notices = new List<RetryInfo>();
        var stub = new StubHandler((_, number) => Answer(number == 0 ? 429 : 200, retryAfter));
        using var adapter = Adapter(stub, time);

        var call = new SampleClient(adapter).Threats["1"].GetAsync(r => r.Options.Add(new RetryOptions { OnRetry = notices.Add, Random = new FixedRandom(1) }), Token);
        time.Advance(TimeSpan.FromSeconds(seconds));
        await call;

        var notice = Assert.Single(notices);
        Assert.Equal((1, 3, 429, TimeSpan.FromSeconds(seconds)), (notice.Attempt, notice.MaxRetries, notice.StatusCode, notice.Delay));
        Assert.Equal("/web/api/v2.1/threats/1/explore/events", notice.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("300")]
    [InlineData("86400")]
    [InlineData("99999999999999999999999")]
    [InlineData("Fri, 01 Jan 2027 00:00:00 GMT")]
    public async Task A_wait_beyond_the_calls_limit_is_not_begun(string retryAfter)
    {
        var stub = new StubHandler((_, _) => Answer(429, retryAfter, """{"errors":[{"code":1,"title":"slow down"}]}"""));
        using var adapter = Adapter(stub, new ManualTime());

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token));

        Assert.Equal((429, 1), (e.StatusCode, stub.Sent.Count));
        Assert.Equal(retryAfter, Assert.Single(e.Headers["Retry-After"]));
        Assert.Contains("slow down", e.BodyText);
    }

    [Fact]
    public async Task The_usual_waits_double_up_to_a_limit_and_are_random_within()
    {
        var time = new ManualTime();
        var delays = new List<TimeSpan>();
        using var adapter = Adapter(StubHandler.Statuses(HttpStatusCode.GatewayTimeout), time);

        var call = new SampleClient(adapter).Threats["1"].GetAsync(
            r => r.Options.Add(new RetryOptions { MaxRetries = 5, MaxDelay = TimeSpan.FromSeconds(5), Random = new FixedRandom(0.5), OnRetry = n => delays.Add(n.Delay) }), Token);
        foreach (var seconds in new[] { 0.5, 1, 2, 2.5, 2.5 })
            time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(504, (await Assert.ThrowsAnyAsync<ServiceException>(() => call)).StatusCode);
        Assert.Equal([0.5, 1, 2, 2.5, 2.5], delays.Select(d => d.TotalSeconds));
    }

    [Fact]
    public async Task A_usual_wait_that_no_timer_can_hold_is_not_begun()
    {
        var stub = new StubHandler((_, number) => Answer(429, number == 0 ? "0" : ""));
        using var adapter = Adapter(stub, new ManualTime());

        var call = new SampleClient(adapter).Threats["1"].GetAsync(r => r.Options.Add(new RetryOptions { Delay = TimeSpan.MaxValue, MaxDelay = TimeSpan.FromDays(1), Random = new FixedRandom(1) }), Token);

        Assert.Equal(429, (await Assert.ThrowsAnyAsync<ServiceException>(() => call)).StatusCode);
        Assert.Equal(2, stub.Sent.Count);
    }

    [Fact]
    public async Task What_the_callers_own_code_throws_reaches_the_caller_as_it_is()
    {
        using var adapter = new ServiceRequestAdapter(new Fails(), new("http://s.test"), Client(StubHandler.Statuses(HttpStatusCode.TooManyRequests), RetryOptions.Default));
        await Assert.ThrowsAsync<FileNotFoundException>(() => new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token));

        using var other = Adapter(StubHandler.Statuses(HttpStatusCode.TooManyRequests), new ManualTime());
        await Assert.ThrowsAsync<IOException>(() => new SampleClient(other).Threats["1"].GetAsync(
            r => r.Options.Add(new RetryOptions { OnRetry = _ => throw new IOException("the log is full") }), Token));
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-00:00:01")]
    [InlineData("60.00:00:00")]
    public void A_limit_that_no_timer_can_hold_is_refused_where_it_is_set(string limit)
    {
        var value = TimeSpan.Parse(limit, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOptions { CallTimeout = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOptions { BodyTimeout = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryOptions { AttemptTimeout = value });
    }

    [Fact]
    public async Task An_attempt_without_an_answer_ends_in_a_timeout()
    {
        var time = new ManualTime();
        using var adapter = Adapter(new SilentHandler(), time);

        var call = new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token);
        time.Advance(TimeSpan.FromSeconds(100));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_in_all_ends_in_a_timeout()
    {
        var time = new ManualTime();
        using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new("http://s.test"), new HttpClient(new SilentHandler()), new ReadOptions { TimeProvider = time });

        var call = new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token);
        time.Advance(TimeSpan.FromMinutes(5));

        Assert.Contains("300 seconds", (await Assert.ThrowsAsync<TimeoutException>(() => call)).Message);
    }

    [Fact]
    public async Task The_limit_of_a_client_of_the_callers_is_a_timeout_too()
    {
        using var client = new HttpClient(new SilentHandler()) { Timeout = TimeSpan.FromMilliseconds(20) };
        using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new("http://s.test"), client);

        await Assert.ThrowsAsync<TimeoutException>(() => new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token));
    }

    [Fact]
    public async Task What_handlers_let_out_is_an_answer_that_did_not_come()
    {
        foreach (var thrown in new Exception[] { new System.Net.Sockets.SocketException(107), new IOException("x"), new InvalidDataException("x"), new AggregateException("x") })
        {
            using var adapter = Adapter(new StubHandler((_, _) => throw thrown), new ManualTime());

            var e = await Assert.ThrowsAsync<HttpRequestException>(() => new SampleClient(adapter).Threats["1"].GetAsync(r => r.Options.Add(new RetryOptions { MaxRetries = 0 }), Token));

            Assert.Same(thrown, e.InnerException);
        }
    }

    [Fact]
    public async Task Cancelling_gives_the_callers_own_token()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new("http://s.test"), new HttpClient(new SilentHandler()));

        var call = new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: cancel.Token);
        await cancel.CancelAsync();

        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    private static HttpClient Client(HttpMessageHandler inner, RetryOptions options) => new(new RetryHandler(options) { InnerHandler = inner });

    private static ServiceRequestAdapter Adapter(HttpMessageHandler inner, TimeProvider? time = null) => new(
        new AnonymousAuthenticationProvider(), new("http://s.test"), Client(inner, RetryOptions.Default), new ReadOptions { TimeProvider = time ?? TimeProvider.System });

    private static HttpResponseMessage Answer(int status, string retryAfter, string? body = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body ?? Json.Page(null, "1"), null, "application/json") };
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    private sealed class SilentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }

    private sealed class Fails : IAuthenticationProvider
    {
        public Task AuthenticateRequestAsync(RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            throw new FileNotFoundException("the token file");
    }

    private sealed class OnceOnly : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
