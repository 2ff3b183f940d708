using Microsoft.Kiota.Abstractions;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Support;
using SentinelOne.ThreatEvents.Threats.Item.Explore.Events;

namespace SentinelOne.ThreatEvents.Tests.Paging;

/// <summary>Not all at once: page by page, from a place on, up to a number of pages.</summary>
public class PartsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_by_page_each_has_its_number_its_body_and_the_next_cursor()
    {
        await using var console = await ScriptedConsole.WithSample();

        var pages = await console.Events().GetAllAsync().ByPageAsync(Token).ToListAsync(Token);

        Assert.Equal([1, 2, 3], pages.Select(p => p.Number));
        Assert.Equal([1000, 1000, 500], pages.Select(p => p.Items.Count));
        Assert.All(pages, p => Assert.Equal(2500, p.Body.Pagination.TotalItems));
        Assert.Equal(pages.Select(p => p.Body.Pagination.NextCursor), pages.Select(p => p.NextCursor));
        Assert.Null(pages[^1].NextCursor);
        Assert.Equal(Sample.Ids, pages.SelectMany(p => p.Items).Select(e => e.Id));
    }

    [Fact]
    public async Task A_page_is_not_asked_for_before_it_is_wanted()
    {
        await using var console = await ScriptedConsole.WithSample();
        var all = console.Events().GetAllAsync();
        Assert.Empty(console.Asked);

        await all.Take(1000).LastAsync(Token);
        Assert.Single(console.Asked);

        await all.Take(1001).LastAsync(Token);
        Assert.Equal(3, console.Asked.Count);
    }

    [Fact]
    public async Task A_saved_cursor_goes_on_where_it_was_saved()
    {
        await using var console = await ScriptedConsole.WithSample();
        var saved = (await console.Events().GetAllAsync(Files).ByPageAsync(Token).FirstAsync(Token)).NextCursor!;

        // Another client, as after a restart.
        var rest = await console.Events().GetAllAsync(Files).StartAt(saved).ToListAsync(Token);

        var whole = await console.Events().GetAllAsync(Files).ToListAsync(Token);
        Assert.Equal(whole.Skip(50).Select(e => e.Id), rest.Select(e => e.Id));
        Assert.Equal((saved, null), (console.Asked[1].Parameter("cursor"), console.Asked[1].Parameter("skip")));

        static void Files(RequestConfiguration<GetThreatEventsQuery> r)
        {
            r.QueryParameters.EventTypes = [EventType.File];
            r.QueryParameters.Limit = 50;
            r.QueryParameters.Skip = 0;
        }
    }

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(2, 2000)]
    [InlineData(3, 2500)]
    [InlineData(100, 2500)]
    public async Task No_more_pages_are_asked_for_than_allowed(int pages, int events)
    {
        await using var console = await ScriptedConsole.WithSample();

        Assert.Equal(events, await console.Events().GetAllAsync().WithMaxPages(pages).CountAsync(Token));
        Assert.Equal(Math.Min(pages, 3), console.Asked.Count);
    }

    [Fact]
    public async Task A_page_that_was_cut_off_still_tells_where_to_go_on()
    {
        await using var console = await ScriptedConsole.WithSample();

        var last = await console.Events().GetAllAsync().WithMaxPages(2).ByPageAsync(Token).LastAsync(Token);
        var rest = await console.Events().GetAllAsync().StartAt(last.NextCursor!).ToListAsync(Token);

        Assert.Equal(Sample.Ids.Skip(2000), rest.Select(e => e.Id));
    }

    [Fact]
    public async Task A_cursor_of_another_query_is_the_services_error()
    {
        await using var console = await ScriptedConsole.WithSample();
        var saved = (await console.Events().GetAllAsync().ByPageAsync(Token).FirstAsync(Token)).NextCursor!;
        var other = console.Events().GetAllAsync(r => r.QueryParameters.EventTypes = [EventType.Dns]).StartAt(saved);

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => other.ToListAsync(Token).AsTask());

        Assert.Equal("cursor: Not a cursor of this query.", e.Error!.Errors[0].Detail);
    }
}
