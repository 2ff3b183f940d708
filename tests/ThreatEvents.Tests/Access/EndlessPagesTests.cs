using System.Text;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Access;

/// <summary>Pages that can be read, each for itself, but not to their end: what is said must be true of each kind.</summary>
public sealed class EndlessPagesTests
{
    [Theory]
    [InlineData("again", "{}", "Page 2 names the cursor \"again\" for the next page, which has been fetched already.")]
    [InlineData("\\ud800\\u001b", "{}", "Page 1 names a cursor that is not valid Unicode for the next page: \"\uFFFD\\u001b\".")]
    [InlineData("#", "", "101 pages in a row have no items, and page 101 names another one. The limit of empty pages is 100.")]
    public async Task A_cursor_that_leads_to_no_end(string cursor, string events, string expected)
    {
        await using var console = await StartAsync((number, _) => ScriptedConsole.PageOf(events.Length == 0 ? [] : [events], cursor == "#" ? $"{number}" : cursor));

        await AssertToldAsync(console, [], expected);
    }

    [Fact]
    public async Task A_cursor_that_no_url_can_hold()
    {
        await using var console = await StartAsync((_, _) => ScriptedConsole.PageOf(["{}"], new string('x', 1024 * 1024)));

        await AssertToldAsync(console, [], "Page 1 names a cursor of 1048576 characters for the next page, which is too long for a URL.");
    }

    [Fact]
    public async Task A_page_with_fewer_events_than_before()
    {
        await using var console = await StartAsync((number, _) => number switch
        {
            0 => ScriptedConsole.PageOf(["""{"id":"1"}"""], "more"),
            1 => ScriptedConsole.PageOf(["""{"id":"2"}""", """{"id":"3"}"""], null)[..^60],
            _ => ScriptedConsole.PageOf([], null),
        });
        var first = await CommandRun.WithToken().Against(console.Address, "--format", "jsonl");
        Assert.Equal((1, 2), (first.Code, first.Lines.Count));
        var token = first.Error.TrimEnd('\n').Split(" --cursor ")[1].Split(' ')[0].Trim('\'');

        await AssertToldAsync(console, ["--cursor", token], "Cannot resume after item 1 of the page: it has 0 items now.");
    }

    private static Task<ScriptedConsole> StartAsync(Func<int, string, string> body) => ScriptedConsole.StartAsync((number, context) =>
        ScriptedConsole.Answer(context, 200, "application/json", Encoding.UTF8.GetBytes(body(number, context.Request.Query["cursor"].ToString()))));

    private static async Task AssertToldAsync(ScriptedConsole console, string[] arguments, string expected)
    {
        var result = await CommandRun.WithToken().Against(console.Address, ["--format", "jsonl", .. arguments]);

        Assert.Equal(1, result.Code);
        Assert.Equal($"Reading the pages of {console.Address} failed: {expected}", result.Error.Split('\n')[0]);
    }
}
