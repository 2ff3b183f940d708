using System.Text.Json;
using ThreatEvents.Tests.EmbeddedConsole;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Output;

public sealed class CsvTests
{
    [Fact]
    public async Task Has_every_documented_field_in_its_head_and_every_value_in_its_records()
    {
        var records = CsvReader.Read((await CommandRun.Embedded("--format", "csv")).Done().Output);

        var head = records[0];
        Assert.Equal(93, head.Count);
        Assert.Equal(head.Order(StringComparer.Ordinal), head);
        Assert.Equal(Sample.Events.Count + 1, records.Count);
        foreach (var (record, sent) in records.Skip(1).Zip(Sample.Events))
            Assert.Equal(head.Select(field => Expected(sent, field!)), record);
    }

    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\\t=1", "'\t=1")]
    [InlineData("a=1", "a=1")]
    public async Task Text_that_a_spreadsheet_would_take_for_a_formula_is_marked_as_text(string sent, string expected) =>
        Assert.Equal(expected, await CellOf($"\"{sent}\""));

    [Theory]
    [InlineData("-5", "-5")]
    [InlineData("true", "true")]
    [InlineData("""{ "a": [ 1 ] }""", """{"a":[1]}""")]
    [InlineData("\"a,b\"", "a,b")]
    [InlineData("\"say \\\"hi\\\"\"", "say \"hi\"")]
    [InlineData("\"two\\r\\nlines\"", "two\r\nlines")]
    [InlineData("\" padded \"", " padded ")]
    public async Task Other_values_are_told_as_they_are(string sent, string expected) => Assert.Equal(expected, await CellOf(sent));

    [Fact]
    public async Task Empty_text_differs_from_no_value()
    {
        Assert.Equal("", await CellOf("\"\""));
        Assert.Null(await CellOf("null"));
    }

    [Fact]
    public async Task Fields_that_are_not_documented_have_no_column()
    {
        await using var console = await ScriptedConsole.WithEvents("""{"id":"1","surprise":"x"}""", "[]");

        var result = (await CommandRun.WithToken().Against(console.Address, "--format", "csv")).Done();

        Assert.DoesNotContain("surprise", result.Output);
        Assert.All(CsvReader.Read(result.Output), record => Assert.Equal(93, record.Count));
    }

    [Fact]
    public async Task No_events_are_a_head_without_records()
    {
        await using var console = await ScriptedConsole.WithEvents();

        Assert.Single((await CommandRun.WithToken().Against(console.Address, "--format", "csv")).Done().Lines);
    }

    [Fact]
    public async Task A_terminal_gets_no_control_characters()
    {
        await using var console = await ScriptedConsole.WithEvents("""{"processName":"\u001b[2Ja"}""");

        var result = (await (CommandRun.WithToken() with { OutputIsTerminal = true }).Against(console.Address, "--format", "csv")).Done();

        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Contains("\\u001b[2Ja", result.Output);
    }

    private static async Task<string?> CellOf(string json)
    {
        await using var console = await ScriptedConsole.WithEvents($$"""{"processName":{{json}}}""");
        var records = CsvReader.Read((await CommandRun.WithToken().Against(console.Address, "--format", "csv")).Done().Output);

        return records[1][records[0].ToList().IndexOf("processName")];
    }

    private static string? Expected(JsonElement sent, string field)
    {
        if (!sent.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return text is ['=' or '+' or '-' or '@', ..] ? "'" + text : text;
    }
}
