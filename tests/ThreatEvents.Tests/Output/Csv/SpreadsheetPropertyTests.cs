using System.Text.Json;
using System.Text.Json.Nodes;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Output.Csv;

/// <summary>What holds for every value, tried with values of the characters that matter.</summary>
public sealed class SpreadsheetPropertyTests
{
    private const int Events = 4000;

    private static readonly string[] Pieces =
    [
        "=", "+", "-", "@", "＝", "－", "−", ";", ",", "\t", "\n", "\r\n", "\"", "'", " ", "\u00A0", "\u200B", "\uFEFF", "\u2028", "\v", "|", "a", "cmd", "1", "0", ".",
        "e", "1234567890", "😀", "%", "$", "(", "\u0001", "\u001b[2J",
    ];

    /// <summary>The pieces that a cell has as escapes.</summary>
    private static readonly (string Sent, string Shown)[] Escapes =
        [("\u200B", @"\u200b"), ("\uFEFF", @"\ufeff"), ("\u2028", @"\u2028"), ("\v", @"\u000b"), ("\u0001", @"\u0001"), ("\u001b", @"\u001b")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_cell_is_never_run_nor_rounded_and_its_value_can_be_had_again(int seed)
    {
        var random = new Random(seed);
        var sent = Enumerable.Range(0, Events).Select(_ => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pieces[random.Next(Pieces.Length)]))).ToList();
        await using var console = await ScriptedConsole.WithEvents([.. sent.Select(text => new JsonObject { ["processName"] = text, ["agentDomain"] = text }.ToJsonString())]);

        var csv = (await CommandRun.WithToken().Against(console.Address, "--format", "csv")).Done().Output;

        var records = CsvReader.Read(csv);
        var column = records[0].ToList().IndexOf("processName");
        Assert.Equal(sent.Select(text => Escapes.Aggregate(text, (shown, escape) => shown.Replace(escape.Sent, escape.Shown))), records.Skip(1).Select(record => SpreadsheetMarks.Remove(record[column] ?? "")));
        Assert.All(records.SelectMany(record => record), cell => Assert.False(SpreadsheetMarks.WouldRound(cell ?? ""), cell));
        foreach (var separators in (string[])[",", ";", "\t", ",;\t"])
            Assert.All(SpreadsheetMarks.Split(csv, separators), cell => Assert.False(SpreadsheetMarks.WouldRun(cell), JsonSerializer.Serialize(cell)));
    }

    [Fact]
    public async Task A_long_value_of_separators_takes_no_longer_than_another()
    {
        var text = string.Concat(Enumerable.Repeat("\t;\n", 500_000)) + "=";
        await using var console = await ScriptedConsole.WithEvents(new JsonObject { ["processName"] = text }.ToJsonString());

        var records = CsvReader.Read((await CommandRun.WithToken().Against(console.Address, "--format", "csv")).Done().Output);

        Assert.Contains(text, records[1].Select(cell => SpreadsheetMarks.Remove(cell ?? "")));
    }
}
