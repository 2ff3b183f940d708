using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Output;

public sealed class JsonLinesTests
{
    [Fact]
    public async Task Every_event_of_every_page_is_a_line_byte_for_byte_as_it_was_sent()
    {
        var result = (await CommandRun.Embedded("--format", "jsonl")).Done();

        Assert.Equal(Sample.EventsInTimeOrder.Select(e => e.GetRawText()), result.Lines);
    }

    [Theory]
    [InlineData("""{"id":"1","notDocumented":{"a":[1,2.50,1e3,-0]},"n":null}""", null)]
    [InlineData("""{"a":"caf\u00e9 \/ \"x\\\" \ud83d\ude00"}""", null)]
    [InlineData("""{"a":"1","a":"2"}""", null)]
    [InlineData("""{"a":"Zürich 会議 😀 <b>&'"}""", null)]
    [InlineData("[1, null]", "[1,null]")]
    [InlineData("\"text\"", null)]
    [InlineData("null", null)]
    [InlineData("{\r\n  \"a b\" : [ 1 ,\n\t2 ] ,\n \"c\":\"d e\" }", """{"a b":[1,2],"c":"d e"}""")]
    public async Task Names_and_values_are_not_touched(string sent, string? expected)
    {
        await using var console = await ScriptedConsole.WithEvents(sent);

        var result = (await CommandRun.WithToken().Against(console.Address, "--format", "jsonl")).Done();

        Assert.Equal([expected ?? sent], result.Lines);
    }

    [Theory]
    [InlineData("\u009b31m", "\\u009b31m")]
    [InlineData("\u007f", "\\u007f")]
    [InlineData("\u2028", "\\u2028")]
    [InlineData("\u0085", "\\u0085")]
    [InlineData("\u202efdp.exe", "\\u202efdp.exe")]
    [InlineData("a\u200bb", "a\\u200bb")]
    [InlineData("\ud83d\ude00\udb40\udc41", "\ud83d\ude00\\udb40\\udc41")]
    public async Task Characters_that_act_on_terminals_and_line_readers_become_escapes_of_the_same_value(string raw, string escaped)
    {
        await using var console = await ScriptedConsole.WithEvents($$"""{"a":"{{raw}}"}""");

        var result = (await CommandRun.WithToken().Against(console.Address, "--format", "jsonl")).Done();

        Assert.Equal([$$"""{"a":"{{escaped}}"}"""], result.Lines);
    }
}
