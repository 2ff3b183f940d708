using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Support;

namespace SentinelOne.ThreatEvents.Tests.Paging;

/// <summary>All events, over the embedded console.</summary>
public class AllEventsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_event_comes_once_and_in_the_listed_order()
    {
        await using var console = await ScriptedConsole.WithSample();

        var events = await console.Events().GetAllAsync().ToListAsync(Token);

        Assert.Equal(2500, events.Count);
        Assert.Equal(Sample.Ids, events.Select(e => e.Id));
        Assert.Equal(2500, events.Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task They_are_those_of_a_walk_by_hand()
    {
        await using var console = await ScriptedConsole.WithSample();
        var byHand = new List<ThreatEvent>();
        string? cursor = null;
        do
        {
            var page = await console.Events().GetAsync(r => (r.QueryParameters.Limit, r.QueryParameters.Cursor) = (1000, cursor), Token);
            byHand.AddRange(page.Data!);
            cursor = page.Pagination.NextCursor;
        }
        while (cursor is not null);
        var asked = console.Asked.ToList();

        var all = await console.Events().GetAllAsync().ToListAsync(Token);

        Assert.Equal(byHand.Select(ModelJson.Of), all.Select(ModelJson.Of));
        Assert.Equal(asked, console.Asked.Skip(asked.Count));
    }

    [Fact]
    public async Task A_page_is_of_1000_events_unless_told()
    {
        await using var console = await ScriptedConsole.WithSample();

        await console.Events().GetAllAsync().ToListAsync(Token);
        await console.Events().GetAllAsync(r => r.QueryParameters.Limit = 900).ToListAsync(Token);

        Assert.Equal(["1000", "1000", "1000", "900", "900", "900"], console.Asked.Select(a => a.Parameter("limit")));
    }

    [Fact]
    public async Task Skip_goes_with_the_first_page_only_and_everything_else_with_all()
    {
        await using var console = await ScriptedConsole.WithSample();

        var events = await console.Events().GetAllAsync(r =>
        {
            r.QueryParameters.EventTypes = [EventType.File, EventType.Registry];
            r.QueryParameters.ProcessNameLike = "e";
            r.QueryParameters.SortBy = SortField.CreatedAt;
            r.QueryParameters.SortOrder = SortOrder.Desc;
            r.QueryParameters.SkipCount = true;
            r.QueryParameters.Skip = 5;
            r.QueryParameters.Limit = 100;
        }).ToListAsync(Token);

        const string Before = "^[?]eventTypes=file,registry&processName__like=e&limit=100&";
        const string After = "skipCount=true&sortBy=createdAt&sortOrder=desc";
        Assert.Matches($"{Before}skip=5&{After}$", console.Asked[0].Query);
        Assert.NotEmpty(console.Asked.Skip(1));
        Assert.All(console.Asked.Skip(1), a => Assert.Matches($"{Before}{After}&cursor=[^&]+$", a.Query));
        Assert.Equal(events.OrderByDescending(e => e.CreatedAt).Select(e => e.CreatedAt), events.Select(e => e.CreatedAt));
        Assert.Equal(Matching(), events.Count + 5);
    }

    [Fact]
    public async Task As_json_they_are_the_services_own_text()
    {
        await using var console = await ScriptedConsole.WithSample();

        var raw = await console.Events().GetAllAsync().AsJsonAsync(Token).ToListAsync(Token);

        Assert.Equal(Sample.Events.Select(e => e.GetRawText()), raw.Select(e => e.GetRawText()));
        Assert.Equal(3, console.Asked.Count);
    }

    [Fact]
    public async Task As_json_even_an_unknown_field_keeps_its_spelling()
    {
        string[] sent = ["""{"id":1.10,"brand new":[null,"é\n"]}""", "null", "\"no event\""];
        await using var console = await ScriptedConsole.WithPages(sent[..1], sent[1..]);

        var raw = await console.Events().GetAllAsync().AsJsonAsync(Token).ToListAsync(Token);

        Assert.Equal(sent, raw.Select(e => e.GetRawText()));
    }

    private static int Matching() => Sample.Events.Count(e =>
        Sample.Text(e, "objectType") is "file" or "registry" && Sample.Text(e, "processName")!.Contains('e', StringComparison.OrdinalIgnoreCase));
}
