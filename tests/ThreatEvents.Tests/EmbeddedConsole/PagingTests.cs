using System.Net;

namespace ThreatEvents.Tests.EmbeddedConsole;

public sealed class PagingTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    [Theory]
    [InlineData(1000, 3)]
    [InlineData(500, 5)]
    [InlineData(333, 8)]
    public async Task A_walk_along_the_cursors_gives_every_event_once_in_the_listed_order(int limit, int pages)
    {
        var (ids, count, cursor) = (new List<string?>(), 0, "");
        do
        {
            var page = await console.PageAsync($"limit={limit}{(cursor is "" ? "" : "&cursor=" + Uri.EscapeDataString(cursor))}");
            ids.AddRange(page.Texts("id"));
            cursor = page.NextCursor;
            count++;
        }
        while (cursor is not null);

        Assert.Equal(Sample.Ids, ids);
        Assert.Equal(pages, count);
    }

    [Fact]
    public async Task A_walk_over_a_filtered_and_ordered_answer_equals_the_answer_in_one_page()
    {
        const string Query = "eventTypes=dns,url&sortBy=createdAt&sortOrder=desc";
        var whole = await console.PageAsync(Query + "&limit=1000");
        var (ids, cursor) = (new List<string?>(), "");
        do
        {
            var page = await console.PageAsync($"{Query}&limit=77{(cursor is "" ? "" : "&cursor=" + Uri.EscapeDataString(cursor))}");
            ids.AddRange(page.Texts("id"));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Null(whole.NextCursor);
        Assert.Equal(whole.Texts("id"), ids);
    }

    [Fact]
    public async Task A_page_has_ten_events_unless_told()
    {
        var page = await console.PageAsync("");

        Assert.Equal(10, page.Events.Count);
        Assert.Equal(2500, page.TotalItems);
    }

    [Fact]
    public async Task Skip_leaves_out_the_first_ones()
    {
        var page = await console.PageAsync("skip=1000&limit=2");

        Assert.Equal(Sample.Ids.Skip(1000).Take(2), page.Texts("id"));
    }

    [Fact]
    public async Task CountOnly_gives_the_total_and_no_events()
    {
        var page = await console.PageAsync("countOnly=true&limit=5");

        Assert.Equal((0, 2500, null), (page.Events.Count, page.TotalItems, page.NextCursor));
    }

    [Fact]
    public async Task SkipCount_leaves_the_total_at_nought_and_still_tells_where_to_go_on()
    {
        var page = await console.PageAsync("skipCount=True&limit=5");

        Assert.Equal((5, 0), (page.Events.Count, page.TotalItems));
        Assert.NotNull(page.NextCursor);
    }

    [Fact]
    public async Task A_cursor_belongs_to_the_query_that_it_came_from()
    {
        var cursor = Uri.EscapeDataString((await console.PageAsync("eventTypes=file")).NextCursor!);

        using var same = await console.AskAsync($"eventTypes=file&limit=3&cursor={cursor}");
        using var other = await console.AskAsync($"eventTypes=dns&cursor={cursor}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (same.StatusCode, other.StatusCode));
    }
}
