using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Support;

namespace SentinelOne.ThreatEvents.Tests.Calls;

public class CountTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_events_are_counted_without_being_sent()
    {
        await using var console = await ScriptedConsole.WithSample();

        Assert.Equal(2500, await console.Events().CountAsync(cancellationToken: Token));
        Assert.Equal("?countOnly=true", Assert.Single(console.Asked).Query);
    }

    [Fact]
    public async Task Only_those_that_match_are_counted()
    {
        await using var console = await ScriptedConsole.WithSample();
        var files = Sample.Events.Count(e => Sample.Text(e, "objectType") == "file");

        Assert.Equal(files, await console.Events().CountAsync(r => r.QueryParameters.EventTypes = [EventType.File], Token));
        Assert.Equal("?eventTypes=file&countOnly=true", Assert.Single(console.Asked).Query);
    }

    [Theory]
    [InlineData("""{"pagination":{"totalItems":3}}""", 3)]
    [InlineData("""{"data":null,"pagination":{"nextCursor":null,"totalItems":3000000000}}""", 3_000_000_000)]
    [InlineData("""{"data":[],"pagination":{"totalItems":"7"}}""", 7)]
    public async Task A_total_alone_is_enough(string body, long expected)
    {
        await using var console = await ScriptedConsole.Always(200, Bodies.Json, body);

        Assert.Equal(expected, await console.Events().CountAsync(cancellationToken: Token));
    }
}
