using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
using SentinelOne.ThreatEvents.Tests.Spec;
using SentinelOne.ThreatEvents.Tests.Support;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Threats.Item.Explore.Events;

namespace SentinelOne.ThreatEvents.Tests.Calls;

/// <summary>What comes beside the body.</summary>
public class ResponseTests
{
    /// <summary>A client that decompresses takes this header away, since it no longer says the truth of the body.</summary>
    private const string TakenAway = "Content-Encoding";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_comes_with_its_status_reason_and_headers()
    {
        await using var console = await ScriptedConsole.WithSample();

        var response = await console.Events().GetWithResponseAsync(r => r.QueryParameters.Limit = 2, Token);

        Assert.Equal((200, "OK", 2), (response.StatusCode, response.ReasonPhrase, response.Body.Data!.Count));
        Assert.Equal(("nginx", "application/json", "-1"), (response.Headers.Server, response.Headers.ContentType, response.Headers.Expires));
        Assert.Equal(("max-age=31536000; includeSubDomains", "no-store"), (response.Headers.StrictTransportSecurity, response.Headers.CacheControl));
        Assert.True(Guid.TryParse(response.Headers.XRqid, out _));
        Assert.True(DateTimeOffset.TryParseExact(response.Headers.Date, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.Same(response.AllHeaders, response.Headers.All);
    }

    [Fact]
    public async Task Each_header_of_the_recorded_answer_has_a_typed_and_a_raw_form()
    {
        await using var console = await ScriptedConsole.WithSample();

        var response = await console.Events().GetWithResponseAsync(cancellationToken: Token);

        Assert.All(ActionPage.Headers.Except([TakenAway]), name =>
        {
            var raw = Assert.Single(response.AllHeaders[name.ToLowerInvariant()]);
            Assert.NotEmpty(raw);
            Assert.Equal(raw, Typed(response.Headers, name));
        });
        Assert.Null(response.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_headers_are_those_of_the_page()
    {
        await using var console = await ScriptedConsole.WithSample();

        var first = await console.Events().GetWithResponseAsync(cancellationToken: Token);
        var second = await console.Events().GetWithResponseAsync(cancellationToken: Token);

        Assert.NotEqual(first.Headers.XRqid, second.Headers.XRqid);
    }

    [Fact]
    public async Task Headers_that_nobody_named_and_odd_ones_are_there_as_they_came()
    {
        await using var console = await ScriptedConsole.StartAsync((_, context) =>
        {
            context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = "Quite Fine";
            context.Response.Headers["X-New"] = "1";
            context.Response.Headers.Vary = new(["Origin", "Accept"]);
            context.Response.Headers["Date"] = "yesterday";
            return ScriptedConsole.Answer(context, 200, Bodies.Json, """{"pagination":{"totalItems":0}}"""u8.ToArray());
        });

        var response = await console.Events().GetWithResponseAsync(cancellationToken: Token);

        Assert.Equal("Quite Fine", response.ReasonPhrase);
        Assert.Equal(["1"], response.AllHeaders["x-new"]);
        Assert.Equal(["Origin", "Accept"], response.AllHeaders["Vary"]);
        Assert.Equal(("Origin, Accept", "yesterday"), (response.Headers.Vary, response.Headers.Date));
        Assert.Null(response.Headers.Server);
    }

    private static object? Typed(GetThreatEventsHeaders headers, string name) =>
        typeof(GetThreatEventsHeaders)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Single(p => p.Name.Equals(name.Replace("-", ""), StringComparison.OrdinalIgnoreCase))
            .GetValue(headers);
}
