using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Support;
using SentinelOne.ThreatEvents.Threats.Item.Explore.Events;

namespace SentinelOne.ThreatEvents.Tests.Calls;

/// <summary>What the parameters do, over the embedded console.</summary>
public class FilterTests
{
    [Fact]
    public async Task Types_of_objects() =>
        Assert.All(
            await EventsAsync(q => q.EventTypes = [EventType.Dns, EventType.Url]),
            e => Assert.Contains(e.ObjectType, new[] { EventObjectType.Dns, EventObjectType.Url }));

    [Fact]
    public async Task Subtypes() =>
        Assert.All(
            await EventsAsync(q => q.EventSubTypes = [EventSubType.ProcessCreation, EventSubType.FileCreation]),
            e => Assert.EndsWith(" Creation", e.EventType));

    [Fact]
    public async Task A_part_of_the_process_name() =>
        Assert.All(await EventsAsync(q => q.ProcessNameLike = "CP"), e => Assert.Contains("cp", e.ProcessName, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public async Task A_process_and_its_children()
    {
        const string Key = "da7e026e-d34d-87c7-e3fa-4f67b761e4c9_22566";

        Assert.All(await EventsAsync(q => q.EventId = Key), e => Assert.Contains(Key, new[] { e.ProcessUniqueKey, e.ParentProcessUniqueKey }));
    }

    [Fact]
    public async Task Limit_and_skip() =>
        Assert.Equal(Sample.Ids.Skip(7).Take(3), (await EventsAsync(q => (q.Limit, q.Skip) = (3, 7))).Select(e => e.Id));

    [Fact]
    public async Task Order()
    {
        var events = await EventsAsync(q => (q.Limit, q.SortBy, q.SortOrder) = (1000, SortField.CreatedAt, SortOrder.Desc));

        Assert.Equal(events.OrderByDescending(e => e.CreatedAt).Select(e => e.CreatedAt), events.Select(e => e.CreatedAt));
    }

    private static async Task<List<ThreatEvent>> EventsAsync(Action<GetThreatEventsQuery> set)
    {
        await using var console = await ScriptedConsole.WithSample();
        var page = await console.Events().GetAsync(r => set(r.QueryParameters), TestContext.Current.CancellationToken);

        Assert.NotEmpty(page.Data!);
        return page.Data!;
    }
}
