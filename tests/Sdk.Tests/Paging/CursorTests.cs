using System.Text;
using Kiln.Runtime.Paging;
using SentinelOne.ThreatEvents.Tests.Support;

namespace SentinelOne.ThreatEvents.Tests.Paging;

/// <summary>Where a run ends, whatever the service says.</summary>
public class CursorTests
{
    private static readonly string[] OneEvent = ["""{"id":"1"}"""];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(""" {"nextCursor":null,"totalItems":1} """)]
    [InlineData(""" {"nextCursor":"","totalItems":1} """)]
    [InlineData(""" {"nextCursor":"null","totalItems":1} """)]
    [InlineData(""" {"totalItems":1} """)]
    public async Task The_end_is_spelled_in_several_ways(string pagination)
    {
        await using var console = await ScriptedConsole.Always(200, Bodies.Json, $$"""{"data":[{"id":"1"}],"pagination":{{pagination}}}""");
        var all = console.Events().GetAllAsync();

        Assert.Single(await all.ToListAsync(Token));
        Assert.Single(await all.AsJsonAsync(Token).ToListAsync(Token));
        Assert.Null((await all.ByPageAsync(Token).SingleAsync(Token)).NextCursor);
        Assert.Equal(3, console.Asked.Count);
    }

    [Fact]
    public async Task A_cursor_that_comes_again_is_an_error_after_the_events_before_it()
    {
        // Page "a" is followed by "b", and that by "a" once more.
        await using var console = await ScriptedConsole.StartAsync((number, context) =>
            ScriptedConsole.Answer(context, 200, Bodies.Json, Encoding.UTF8.GetBytes(ScriptedConsole.PageOf(OneEvent, next: number % 2 == 0 ? "a" : "b"))));
        var seen = 0;

        var e = await Assert.ThrowsAsync<PagingException>(async () =>
        {
            await foreach (var _ in console.Events().GetAllAsync().WithCancellation(Token))
                seen++;
        });

        Assert.Equal(("a", 3, 3, 3), (e.Cursor, e.PageNumber, seen, console.Asked.Count));
    }

    [Fact]
    public async Task As_json_it_is_the_same_error()
    {
        await using var console = await ScriptedConsole.Always(200, Bodies.Json, ScriptedConsole.PageOf(OneEvent, next: "again"));

        var e = await Assert.ThrowsAsync<PagingException>(() => console.Events().GetAllAsync().AsJsonAsync(Token).ToListAsync(Token).AsTask());

        Assert.Equal(("again", 2), (e.Cursor, e.PageNumber));
    }

    [Fact]
    public async Task A_page_without_events_is_not_the_end()
    {
        await using var console = await ScriptedConsole.WithPages(OneEvent, [], OneEvent);

        Assert.Equal(2, await console.Events().GetAllAsync().CountAsync(Token));
    }
}
