using System.Net;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Sample;
using Sample.Models;
using static Kiln.Runtime.Tests.Authentication.AuthenticatedCall;

namespace Kiln.Runtime.Tests.Authentication.Tokens;

/// <summary>When a token is asked for: once for all requests that wait, before it expires, and again when the service does not accept it.</summary>
public sealed class RenewalTests
{
    private readonly ManualTime time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_kept_until_it_is_to_be_renewed()
    {
        await using var tokens = await TokenServer.CountingAsync(3600);
        var get = Getter(tokens);

        Assert.Equal("token0", await get());
        time.Advance(TimeSpan.FromSeconds(3600 - 300 - 11));
        Assert.Equal("token0", await get());

        Assert.Single(tokens.Forms);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires_while_requests_go_on_with_it()
    {
        var second = new TaskCompletionSource();
        await using var tokens = await TokenServer.StartAsync(number => Answer.Token($"token{number}") with { After = number == 1 ? second.Task : null });
        var get = Getter(tokens);

        await get();
        time.Advance(TimeSpan.FromSeconds(3600 - 300));
        Assert.Equal("token0", await get());
        Assert.Equal("token0", await get());
        second.SetResult();
        await UntilAsync(async () => await get() == "token1");

        Assert.Equal(2, tokens.Forms.Count);
    }

    [Theory]
    [InlineData(3600, 3590)]
    [InlineData(60, 54)]
    [InlineData(1, 0.9)]
    public async Task An_expired_token_is_never_sent(int life, double expires)
    {
        await using var tokens = await TokenServer.CountingAsync(life);
        var get = Getter(tokens);

        Assert.Equal("token0", await get());
        time.Advance(TimeSpan.FromSeconds(expires));

        Assert.Equal("token1", await get());
    }

    [Fact]
    public async Task A_token_whose_life_is_not_told_is_kept()
    {
        await using var tokens = await TokenServer.CountingAsync(null);
        var get = Getter(tokens);

        await get();
        time.Advance(TimeSpan.FromDays(300));

        Assert.Equal("token0", await get());
    }

    [Fact]
    public async Task Many_requests_ask_for_one_token()
    {
        var first = new TaskCompletionSource();
        await using var tokens = await TokenServer.StartAsync(number => Answer.Token($"token{number}") with { After = first.Task });
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);
        var client = server.Client(AnyOf([scheme]), Of(scheme, tokens));

        var calls = Enumerable.Range(0, 50).Select(_ => client.Threats["1"].GetAsync(cancellationToken: Token)).ToList();
        first.SetResult();
        await Task.WhenAll(calls);

        Assert.Single(tokens.Forms);
        Assert.All(server.Requests, r => Assert.Equal("Bearer token0", r.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_request_that_is_canceled_does_not_take_the_token_from_the_others()
    {
        var first = new TaskCompletionSource();
        await using var tokens = await TokenServer.StartAsync(number => Answer.Token($"token{number}") with { After = first.Task });
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);
        var credential = Of(scheme, tokens);
        using var cancellation = new CancellationTokenSource();

        var canceled = credential.GetAsync(cancellation.Token).AsTask();
        var other = credential.GetAsync(Token).AsTask();
        await cancellation.CancelAsync();
        Assert.Equal(cancellation.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled)).CancellationToken);
        first.SetResult();

        Assert.Equal("token0", (await other).Text);
        Assert.Single(tokens.Forms);
    }

    [Fact]
    public async Task A_failure_reaches_all_that_wait_and_is_not_kept()
    {
        var first = new TaskCompletionSource();
        await using var tokens = await TokenServer.StartAsync(number => number == 0 ? Answer.Error("server_error") with { After = first.Task } : Answer.Token($"token{number}"));
        var get = Getter(tokens);

        var calls = new[] { get(), get() };
        first.SetResult();
        foreach (var call in calls)
            Assert.Equal("server_error", (await Assert.ThrowsAsync<AuthenticationException>(() => call)).ErrorCode);

        Assert.Equal("token1", await get());
    }

    [Fact]
    public async Task A_renewal_that_fails_is_tried_again_after_a_pause_and_nobody_notices()
    {
        await using var tokens = await TokenServer.StartAsync(number => number == 1 ? Answer.Error("temporarily_unavailable", status: 503) : Answer.Token($"token{number}"));
        var client = new OAuthClient(new OAuth2Scheme("oauth", tokens.TokenUrl), "id", "s3cret", null, new() { TimeProvider = time, Timeout = Timeout.InfiniteTimeSpan });
        var source = new TokenSource(new ClientCredentialsGrant(client), client, null);
        async Task<string> GetAsync() => (await source.GetAsync(Token)).Text;

        await GetAsync();
        time.Advance(TimeSpan.FromSeconds(3400));
        Assert.Equal("token0", await GetAsync());
        await source.SettledAsync();
        Assert.Equal("token0", await GetAsync());
        Assert.Equal(2, tokens.Forms.Count);
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("token0", await GetAsync());
        await source.SettledAsync();

        Assert.Equal("token2", await GetAsync());
        Assert.Equal(3, tokens.Forms.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_that_is_not_accepted_any_more_is_replaced_and_the_request_repeated(bool hasBody)
    {
        await using var tokens = await TokenServer.CountingAsync();
        var valid = "Bearer token0";
        await using var server = await ServiceAsync(() => valid);
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);
        var events = server.Client(AnyOf([scheme]), Of(scheme, tokens)).Threats["1"];

        await events.GetAsync(cancellationToken: Token);
        valid = "Bearer token1";
        if (hasBody)
            await events.PostAsync(new ThreatEvent { Id = "7" }, cancellationToken: Token);
        else
            await events.GetAsync(cancellationToken: Token);

        Assert.Equal(["Bearer token0", "Bearer token0", "Bearer token1"], server.Requests.Select(r => r.Headers["Authorization"]));
        Assert.Equal(server.Requests.ElementAt(1).Body, server.Requests.Last().Body);
        Assert.Equal(hasBody, server.Requests.Last().Body.Length > 0);
    }

    [Fact]
    public async Task A_token_that_was_asked_for_by_the_request_itself_is_not_replaced()
    {
        await using var tokens = await TokenServer.CountingAsync();
        await using var server = await ServiceAsync(() => "none");
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => server.CallAsync(AnyOf([scheme]), [Of(scheme, tokens)]));

        Assert.Equal(401, e.StatusCode);
        Assert.Single(tokens.Forms);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_request_is_repeated_once_only()
    {
        await using var tokens = await TokenServer.CountingAsync();
        var valid = "Bearer token0";
        await using var server = await ServiceAsync(() => valid);
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);
        var events = server.Client(AnyOf([scheme]), Of(scheme, tokens)).Threats["1"];

        await events.GetAsync(cancellationToken: Token);
        valid = "none";
        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => events.GetAsync(cancellationToken: Token));

        Assert.Equal((401, 3, 2), (e.StatusCode, server.Requests.Count, tokens.Forms.Count));
    }

    [Fact]
    public async Task Requests_that_are_refused_together_ask_for_one_token()
    {
        await using var tokens = await TokenServer.CountingAsync();
        var valid = "Bearer token0";
        var all = new TaskCompletionSource();
        var number = 0;
        await using var server = await TestServer.StartAsync(async context =>
        {
            if (context.Request.Headers.Authorization == "Bearer token0" && valid != "Bearer token0")
            {
                if (Interlocked.Increment(ref number) == 5)
                    all.SetResult();
                await all.Task.WaitAsync(context.RequestAborted);
            }
            await RespondAsync(context, valid);
        });
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);
        var events = server.Client(AnyOf([scheme]), Of(scheme, tokens)).Threats["1"];

        await events.GetAsync(cancellationToken: Token);
        valid = "Bearer token1";
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => events.GetAsync(cancellationToken: Token)));

        Assert.Equal(2, tokens.Forms.Count);
    }

    [Fact]
    public async Task A_body_that_can_be_read_once_is_not_sent_again()
    {
        await using var tokens = await TokenServer.CountingAsync();
        var valid = "Bearer token0";
        await using var server = await ServiceAsync(() => valid);
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);
        using var adapter = new ServiceRequestAdapter(new CredentialAuthenticationProvider([Of(scheme, tokens)], AnyOf([scheme]), [server.Url]), server.Url);
        var events = new EventsRequestBuilder(adapter, "1");

        await events.GetAsync(cancellationToken: Token);
        valid = "Bearer token1";
        var request = events.ToPostRequestInformation(new ThreatEvent { Id = "7" });
        request.Content = new OnceOnly([1, 2, 3]);
        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => adapter.SendAsync(request, BodyType.None, new(), Token));

        Assert.Equal((401, 2), (e.StatusCode, server.Requests.Count));
    }

    [Fact]
    public async Task The_callers_own_client_repeats_too_and_the_body_is_disposed()
    {
        await using var tokens = await TokenServer.CountingAsync();
        var valid = "Bearer token0";
        await using var server = await ServiceAsync(() => valid);
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);
        using var http = new HttpClient();
        using var adapter = new ServiceRequestAdapter(new CredentialAuthenticationProvider([Of(scheme, tokens)], AnyOf([scheme]), [server.Url]), server.Url, http);
        var events = new EventsRequestBuilder(adapter, "1");

        await events.GetAsync(cancellationToken: Token);
        valid = "Bearer token1";
        var request = events.ToPostRequestInformation(new ThreatEvent { Id = "7" });
        var body = new MemoryStream([1, 2, 3, 4]) { Position = 1 };
        request.Content = body;
        await adapter.SendAsync(request, BodyType.None, new(), Token);

        Assert.Equal(["", "\u0002\u0003\u0004", "\u0002\u0003\u0004"], server.Requests.Select(r => r.Body));
        Assert.False(body.CanRead);
    }

    [Fact]
    public async Task A_401_of_another_origin_asks_for_no_token()
    {
        await using var tokens = await TokenServer.CountingAsync();
        await using var other = await TestServer.StartAsync(401, null, "");
        var moved = false;
        await using var server = await TestServer.StartAsync(context =>
        {
            if (!moved)
                return context.Response.WriteAsync(Json.Page(null));
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = other.Url.AbsoluteUri;
            return Task.CompletedTask;
        });
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);
        var events = server.Client(AnyOf([scheme]), Of(scheme, tokens)).Threats["1"];

        await events.GetAsync(cancellationToken: Token);
        moved = true;
        await Assert.ThrowsAnyAsync<ServiceException>(() => events.GetAsync(cancellationToken: Token));

        Assert.Single(tokens.Forms);
        Assert.False(other.Requests.Single().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_call_whose_time_is_over_while_it_waits_for_a_token_says_so()
    {
        var never = new TaskCompletionSource();
        await using var tokens = await TokenServer.StartAsync(_ => Answer.Token("token0") with { After = never.Task });
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);

        await Assert.ThrowsAsync<TimeoutException>(() =>
            server.CallAsync(AnyOf([scheme]), [Of(scheme, tokens)], r => r.Options.Add(new Contracts.ReadOptions { CallTimeout = TimeSpan.FromMilliseconds(50) })));

        never.SetResult();
        Assert.Empty(server.Requests);
    }

    private Credential Of(OAuth2Scheme scheme, TokenServer tokens) =>
        Credential.ClientCredentials(scheme, "id", "s3cret", options: new() { TimeProvider = time, TokenUrl = tokens.TokenUrl, Timeout = Timeout.InfiniteTimeSpan });

    private Func<Task<string>> Getter(TokenServer tokens)
    {
        var credential = Of(new OAuth2Scheme("oauth"), tokens);
        return async () => (await credential.GetAsync(Token)).Text;
    }

    private static Task<TestServer> ServiceAsync(Func<string> valid) => TestServer.StartAsync(context => RespondAsync(context, valid()));

    private static async Task RespondAsync(HttpContext context, string valid)
    {
        if (context.Request.Headers.Authorization == valid)
            await context.Response.WriteAsync(Json.Page(null), context.RequestAborted);
        else
            context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private sealed class OnceOnly(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
