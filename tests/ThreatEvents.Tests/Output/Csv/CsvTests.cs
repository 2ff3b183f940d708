using System.Text.Json;
using ThreatEvents.Tests.EmbeddedConsole;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Output.Csv;

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
        foreach (var (record, sent) in records.Skip(1).Zip(Sample.EventsInTimeOrder))
            Assert.Equal(head.Select(field => TextOf(sent, field!)), record.Select(cell => cell is null ? null : SpreadsheetMarks.Remove(cell)));
    }

    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\\t=1", "'\t'=1")]
    [InlineData("\\n=1", "'\n'=1")]
    [InlineData("\\r\\n @x", "'\r'\n' @x")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\\\"=1", "'\"=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠SUM(1)", "'＠SUM(1)")]
    [InlineData("−1", "'−1")]
    [InlineData("a;=cmd|' /C calc'!A0", "a;'=cmd|' /C calc'!A0")]
    [InlineData("a; \\\"+1", "a;' \"+1")]
    [InlineData("a\\t@b", "a\t'@b")]
    [InlineData("a\\n-b", "a\n'-b")]
    [InlineData("a;'=1", "a;''=1")]
    [InlineData("'quoted'", "''quoted'")]
    [InlineData("a=1", "a=1")]
    [InlineData("a;b=1", "a;b=1")]
    [InlineData("a,-1", "a,-1")]
    public async Task Text_that_a_spreadsheet_would_take_for_a_formula_is_marked_as_text(string sent, string expected) =>
        Assert.Equal(expected, await CellOf($"\"{sent}\""));

    [Theory]
    [InlineData("\"1569749506337035982\"", "'1569749506337035982")]
    [InlineData("\"1234567890123456\"", "'1234567890123456")]
    [InlineData("\"123456789012345\"", "123456789012345")]
    [InlineData("\" 1234567890123456 \"", "' 1234567890123456 ")]
    [InlineData("\"1,234,567,890,123,456\"", "'1,234,567,890,123,456")]
    [InlineData("\"0.1234567890123456\"", "'0.1234567890123456")]
    [InlineData("\"007\"", "'007")]
    [InlineData("\"12e34\"", "'12e34")]
    [InlineData("\"22566\"", "22566")]
    [InlineData("\"192.168.100.100\"", "192.168.100.100")]
    [InlineData("\"a1234567890123456\"", "a1234567890123456")]
    [InlineData("1569749506337035982", "'1569749506337035982")]
    [InlineData("-1569749506337035982", "'-1569749506337035982")]
    [InlineData("1.234567890123456789", "'1.234567890123456789")]
    [InlineData("123456789012345", "123456789012345")]
    public async Task Numbers_that_a_spreadsheet_would_round_are_marked_as_text(string sent, string expected) => Assert.Equal(expected, await CellOf(sent));

    [Fact]
    public async Task A_semicolon_is_within_quotation_marks() =>
        Assert.Contains(",\"a;b\",", await CsvOf("\"a;b\""));

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

    [Theory]
    [InlineData("\\u001b[2Ja", "\\u001b[2Ja")]
    [InlineData("a\\u0000\\u0007\\u007f\\u009b", "a\\u0000\\u0007\\u007f\\u009b")]
    [InlineData("\\u000b\\u000c\\u0085\\u2028\\u2029=1", "\\u000b\\u000c\\u0085\\u2028\\u2029=1")]
    [InlineData("\\u200b\\ufeff=1", "\\u200b\\ufeff=1")]
    [InlineData("a\\u202efdp.exe", "a\\u202efdp.exe")]
    [InlineData("a\\udb40\\udc41\\ufe0f", "a\\udb40\\udc41\\ufe0f")]
    [InlineData("a\\ud800", "a\\ud800")]
    [InlineData("\\t\\u001b\\r\\n\\u001b\\n", "\t\\u001b\r\n\\u001b\n")]
    [InlineData("a\\u00a0é😀", "a\u00a0é😀")]
    public async Task Characters_that_are_not_seen_are_escapes_but_for_those_of_lines_and_columns(string sent, string expected) =>
        Assert.Equal(expected, await CellOf($"\"{sent}\""));

    [Fact]
    public async Task A_terminal_gets_no_control_characters()
    {
        await using var console = await ScriptedConsole.WithEvents("""{"processName":"\u001b[2J\ta\nb\rc"}""");

        var result = (await (CommandRun.WithToken() with { OutputIsTerminal = true }).Against(console.Address, "--format", "csv")).Done();

        Assert.Contains(",\\u001b[2J\\ta\\nb\\rc,", result.Output);
    }

    private static async Task<string?> CellOf(string json)
    {
        var records = CsvReader.Read(await CsvOf(json));

        return records[1][records[0].ToList().IndexOf("processName")];
    }

    private static async Task<string> CsvOf(string json)
    {
        await using var console = await ScriptedConsole.WithEvents($$"""{"processName":{{json}}}""");

        return (await CommandRun.WithToken().Against(console.Address, "--format", "csv")).Done().Output;
    }

    private static string? TextOf(JsonElement sent, string field)
    {
        if (!sent.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;

        return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
    }
}
