using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Spec;
using SentinelOne.ThreatEvents.Tests.Support;
using SentinelOne.ThreatEvents.Threats.Item.Explore.Events;

namespace SentinelOne.ThreatEvents.Tests.Calls;

/// <summary>Each parameter as it travels.</summary>
public class QueryTests
{
    private static readonly (string Query, Action<GetThreatEventsQuery> Set)[] Cases =
    [
        ("?eventId=da7e026e-d34d_22566", q => q.EventId = "da7e026e-d34d_22566"),
        ("?eventTypes=process", q => q.EventTypes = [EventType.Process]),
        ("?eventTypes=process,scheduled_task,file", q => q.EventTypes = [EventType.Process, EventType.ScheduledTask, EventType.File]),
        ("?eventTypes=plan%2C9", q => q.EventTypes = [new("plan,9")]),
        ("", q => q.EventTypes = []),
        ("?eventSubTypes=TCPV4,REGKEYSECURITYCHANGED", q => q.EventSubTypes = [EventSubType.TcpV4, EventSubType.RegKeySecurityChanged]),
        ("?processName__like=sc%20%26p%3D%C3%A9%2C%25%2B", q => q.ProcessNameLike = "sc &p=é,%+"),
        ("?limit=1000", q => q.Limit = 1000),
        ("?skip=0", q => q.Skip = 0),
        ("?cursor=YWdlbnRfaWQ6NTgwMjkzODE%3D", q => q.Cursor = "YWdlbnRfaWQ6NTgwMjkzODE="),
        ("?countOnly=true", q => q.CountOnly = true),
        ("?countOnly=false", q => q.CountOnly = false),
        ("?skipCount=true", q => q.SkipCount = true),
        ("?sortBy=registryClassification", q => q.SortBy = SortField.RegistryClassification),
        ("?sortOrder=desc", q => q.SortOrder = SortOrder.Desc),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_parameter_travels_as_the_service_wants_it(int number)
    {
        var (query, set) = Cases[number];
        await using var console = await ScriptedConsole.WithEvents();

        await console.Events().GetAsync(r => set(r.QueryParameters), TestContext.Current.CancellationToken);

        Assert.Equal(query, Assert.Single(console.Asked).Query);
    }

    [Fact]
    public void No_parameter_goes_untested() =>
        Assert.Equal(
            ActionPage.Parameters.Where(p => p.In == "query").Select(p => p.Name),
            Cases.Where(c => c.Query != "").Select(c => c.Query[1..c.Query.IndexOf('=')]).Distinct());

    [Fact]
    public async Task All_together_travel_in_the_documents_order()
    {
        await using var console = await ScriptedConsole.WithEvents();

        await console.Events().GetAsync(
            r =>
            {
                foreach (var (_, set) in Cases.Reverse())
                    set(r.QueryParameters);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(
            ActionPage.Parameters.Where(p => p.In == "query").Select(p => p.Name),
            Assert.Single(console.Asked).Query[1..].Split('&').Select(pair => pair.Split('=')[0]));
    }
}
