using Kiln.Runtime.Authentication;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample;
using Sample.Models;

namespace Kiln.Runtime.Tests.Requests;

/// <summary>What can be set for one call, and what cannot.</summary>
public sealed class CallConfigurationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_sees_what_is_set_for_the_call()
    {
        await using var client = await TestServer.JsonAsync(Json.Page(null));
        await using var other = await TestServer.JsonAsync(Json.Page(null));

        await client.Events().GetAsync(
            r =>
            {
                r.Server = new(other.Url, "/proxy/");
                r.QueryParameters.Cursor = "c";
                r.ExtraQuery.Add("a b", "1&2");
                r.ExtraQuery.Add("a b", "");
                r.Accept = "application/vnd.x+json, */*;q=0.1";
                r.Headers.Add("Accept", "text/plain");
                r.IdempotencyKey = "k 1";
                r.Timeout = TimeSpan.FromMinutes(1);
            },
            Token);

        Assert.Empty(client.Requests);
        var seen = Assert.Single(other.Requests);
        Assert.Equal("/proxy/web/api/v2.1/threats/1/explore/events?cursor=c&a%20b=1%262&a%20b=", seen.Target);
        Assert.Equal("application/vnd.x+json, */*;q=0.1", seen.Headers["Accept"]);
        Assert.Equal("k 1", seen.Headers["Idempotency-Key"]);
    }

    [Fact]
    public async Task The_content_type_takes_the_place_of_the_documents()
    {
        await using var server = await TestServer.StartAsync(204, null, "");

        await server.Events().PostAsync(new ThreatEvent { Id = "1" }, configure: r => r.ContentType = "application/vnd.x+json", cancellationToken: Token);

        Assert.Equal("application/vnd.x+json", Assert.Single(server.Requests).Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON; charset=utf-8", true)]
    [InlineData("image/png", true)]
    [InlineData("text/plain", false)]
    [InlineData("application/jsonx", false)]
    public void A_content_type_must_be_one_of_the_operations(string contentType, bool isAllowed)
    {
        var settings = new CallSettings { ContentType = contentType };
        var request = new RequestInformation();

        if (isAllowed)
            settings.AddHeadersTo(request, ["application/json", "image/*"]);
        else
            Assert.Equal("ContentType", Assert.Throws<ArgumentException>(() => settings.AddHeadersTo(request, ["application/json", "image/*"])).ParamName);

        Assert.Equal(isAllowed, request.Headers.ContainsKey("Content-Type"));
    }

    [Fact]
    public void A_url_that_is_given_whole_takes_the_same()
    {
        var events = new SampleClient(new MockAdapter(() => null) { BaseUrl = "https://mock.example/v1" }).Threats["1"];

        var moved = events.WithUrl("https://mock.example/v1/x?cursor=1&a=1&b=2").ToGetRequestInformation(r =>
        {
            r.Server = new("https://other.example/v2");
            r.ExtraQuery.Add("a", "3");
        });

        Assert.Equal("https://other.example/v2/x?cursor=1&b=2&a=3", moved.URI.AbsoluteUri);
        foreach (var elsewhere in new[] { "https://else.example/x", "https://mock.example/v11", "https://mock.example/" })
        {
            var e = Assert.Throws<ArgumentException>(() => events.WithUrl(elsewhere).ToGetRequestInformation(r => r.Server = new("https://other.example")));
            Assert.Equal("Server", e.ParamName);
        }
    }

    [Fact]
    public void A_server_is_enough_where_the_adapter_has_none()
    {
        var events = new SampleClient(new MockAdapter(() => null) { BaseUrl = null }).Threats["1"];

        Assert.Equal("other.example", events.ToGetRequestInformation(r => r.Server = new("https://other.example")).URI.Host);
        Assert.Throws<InvalidOperationException>(() => events.ToGetRequestInformation());
    }

    public static TheoryData<string, Action<CallConfiguration<EventsQuery>>> Refused() => new()
    {
        { "Timeout", r => r.Timeout = TimeSpan.Zero },
        { "Timeout", r => r.Timeout = TimeSpan.FromSeconds(-3) },
        { "Timeout", r => r.Timeout = TimeSpan.FromDays(60) },
        { "IdempotencyKey", r => r.IdempotencyKey = " " },
        { "IdempotencyKey", r => r.IdempotencyKey = "a\r\nX: y" },
        { "IdempotencyKey", r => r.IdempotencyKey = "é" },
        { "Server", r => r.Server = new("/v1", UriKind.Relative) },
        { "Server", r => r.Server = new("ftp://s.test") },
        { "Server", r => r.Server = new("https://user@s.test") },
        { "Server", r => r.Server = new("https://s.test/?a=1") },
        { "Accept", r => r.Accept = "" },
        { "Accept", r => r.Accept = "json" },
        { "Accept", r => r.Accept = "application/json\r\nX: y" },
        { "ContentType", r => r.ContentType = "" },
        { "ContentType", r => r.ContentType = "json" },
        { "ContentType", r => r.ContentType = "text/plain\n" },
        { "ExtraQuery", r => r.ExtraQuery.Add("", "1") },
        { "ExtraQuery", r => r.ExtraQuery.Add("a", null!) },
        { "ExtraQuery", r => r.ExtraQuery.Add("a", "\ud800") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_sent_is_refused_where_it_is_set(string property, Action<CallConfiguration<EventsQuery>> set) =>
        Assert.Equal(property, Assert.ThrowsAny<ArgumentException>(() => set(new())).ParamName);

    [Fact]
    public void What_is_not_set_is_null_and_can_be_taken_back()
    {
        var call = new CallConfiguration<EventsQuery>();
        Assert.Equal((null, null, null, null, null), (call.Timeout, call.IdempotencyKey, call.Server, call.Accept, call.ContentType));

        (call.Timeout, call.IdempotencyKey, call.Server, call.Accept, call.ContentType) = (TimeSpan.FromSeconds(1), "k", new("https://s.test"), "*/*", "text/plain");
        (call.Timeout, call.IdempotencyKey, call.Server, call.Accept, call.ContentType) = (null, null, null, null, null);
        Assert.Equal((null, null, null, null, null), (call.Timeout, call.IdempotencyKey, call.Server, call.Accept, call.ContentType));
    }

    [Fact]
    public async Task The_time_limit_of_a_call_takes_the_place_of_the_adapters()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var call = server.Events(new ReadOptions { TimeProvider = time }).GetAsync(r => r.Timeout = TimeSpan.FromSeconds(7), Token);
        time.Advance(TimeSpan.FromSeconds(7));

        Assert.Contains("7 seconds", (await Assert.ThrowsAsync<TimeoutException>(() => call)).Message);
    }

    [Fact]
    public async Task A_post_with_a_key_is_sent_again_with_the_same_key()
    {
        var number = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            if (number++ == 0)
                context.Abort();
            else
                context.Response.StatusCode = number == 2 ? 500 : 204;
            return Task.CompletedTask;
        });

        await server.Events().PostAsync(new ThreatEvent { Id = "1" }, configure: r => r.IdempotencyKey = "once", cancellationToken: Token);

        Assert.Equal(["once", "once", "once"], server.Requests.Select(r => r.Headers["Idempotency-Key"]));
        Assert.Single(server.Requests.Select(r => r.Body).Distinct());
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("mine", null, "mine")]
    [InlineData(null, "of the query", "of the query")]
    [InlineData("mine", "of the query", "mine")]
    public void A_key_of_the_document_gives_way_to_one_that_is_set(string? key, string? header, string? expected)
    {
        var request = new RequestInformation();
        if (header is not null)
            request.Headers.Add("X-Once", header);

        IdempotencyKeys.AddTo(request, key, "X-Once");

        var sent = Assert.Single(request.Headers["X-Once"]);
        Assert.True(expected is null ? Guid.TryParse(sent, out _) : sent == expected, sent);
    }

    [Fact]
    public async Task A_token_is_not_sent_to_another_server()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        using var adapter = new ServiceRequestAdapter(new TokenAuthenticationProvider("Bearer", "secret", new("https://s.test")), new("https://s.test"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => new SampleClient(adapter).Threats["1"].GetAsync(r => r.Server = server.Url, Token));

        Assert.Empty(server.Requests);
    }
}
