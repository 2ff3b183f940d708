using SentinelOne.ThreatEvents.Tests.Support;
using ThreatEvents.EmbeddedConsole;

namespace SentinelOne.ThreatEvents.Tests.Calls;

/// <summary>A call that asks for nothing in particular.</summary>
public class DefaultsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_service_decides_what_the_caller_leaves_open()
    {
        await using var console = await ScriptedConsole.WithSample();

        var page = await console.Events().GetAsync(cancellationToken: Token);

        Assert.Equal(Sample.Ids.Take(10), page.Data!.Select(e => e.Id));
        Assert.Equal(2500, page.Pagination.TotalItems);
        Assert.NotNull(page.Pagination.NextCursor);
        Assert.Null(page.Errors);
    }

    [Fact]
    public async Task The_request_has_the_path_and_the_token_and_no_query()
    {
        await using var console = await ScriptedConsole.WithSample();

        await console.Events().GetAsync(cancellationToken: Token);

        Assert.Equal(
            new AskedFor($"/web/api/v2.1/threats/{ConsoleServer.ThreatId}/explore/events", "", $"ApiToken {ConsoleServer.Token}"),
            Assert.Single(console.Asked));
    }

    [Fact]
    public async Task Headers_of_the_callers_go_with_the_request()
    {
        var seen = "";
        await using var console = await ScriptedConsole.StartAsync((_, context) =>
        {
            seen = $"{context.Request.Headers["X-Ticket"]} {context.Request.Headers.Accept}";
            return ScriptedConsole.Answer(context, 200, Bodies.Json, """{"pagination":{"totalItems":0}}"""u8.ToArray());
        });

        await console.Events().GetAsync(r => r.Headers.Add("X-Ticket", "IR-7"), Token);

        Assert.Equal("IR-7 application/json", seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".")]
    public async Task An_id_that_would_name_another_resource_is_refused(string threatId)
    {
        await using var console = await ScriptedConsole.WithSample();
        var events = Clients.Client(console.Address).Threats[threatId].Explore.Events;

        await Assert.ThrowsAsync<ArgumentException>(() => events.GetAsync(cancellationToken: Token));

        Assert.Empty(console.Asked);
    }

    [Fact]
    public void An_id_cannot_leave_its_place_in_the_path() =>
        Assert.Equal(
            "/web/api/v2.1/threats/1%2F..%2F2%3Fx%23y/explore/events",
            Clients.Client(new Uri("https://usea1.example.net")).Threats["1/../2?x#y"].Explore.Events.ToGetRequestInformation().URI.PathAndQuery);
}
