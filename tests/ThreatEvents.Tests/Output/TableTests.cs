using Spectre.Console;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Output;

public sealed class TableTests
{
    private static readonly CommandRun Terminal = new()
    {
        OutputIsTerminal = true,
        Variables = { ["NO_COLOR"] = "1", ["SENTINELONE_API_TOKEN"] = "any" },
    };

    [Fact]
    public async Task In_a_pipe_it_is_plain_aligned_text_with_nothing_cut_off()
    {
        var result = (await CommandRun.Embedded("--max", "3")).Done();

        Assert.Equal(
            """
            Created (UTC)            Type              Object   Process    Pid    Agent                  Detail
            2021-12-14 20:23:45.999  Process Creation  process  scp        22566  localhost.localdomain  scp
            2021-12-14 20:23:46.000  File Creation     file     scp        22566  localhost.localdomain  /home/swimlane-host/eicar.com
            2021-12-14 20:23:46.129  File Creation     file     Installer  9801   dev-mbp-08             /private/tmp/.upd

            """.ReplaceLineEndings("\n"),
            result.Output);
    }

    [Theory]
    [InlineData("""{"networkMethod":"GET","networkUrl":"https://a.example/x","dstIp":"192.0.2.1"}""", "GET https://a.example/x")]
    [InlineData("""{"dnsRequest":"a.example","dnsResponse":"192.0.2.1;"}""", "a.example → 192.0.2.1")]
    [InlineData("""{"dnsRequest":"a.example","dnsResponse":""}""", "a.example →")]
    [InlineData("""{"srcIp":"192.0.2.1","srcPort":50000,"dstIp":"192.0.2.2","dstPort":443}""", "192.0.2.1:50000 → 192.0.2.2:443")]
    [InlineData("""{"dstIp":"2001:db8::1","dstPort":443,"connectionStatus":"FAILURE"}""", "[2001:db8::1]:443 (failure)")]
    [InlineData("""{"srcIp":"192.0.2.1","srcPort":"22"}""", "listens on 192.0.2.1:22")]
    [InlineData("""{"registryPath":"HKLM\\Run"}""", @"HKLM\Run")]
    [InlineData("""{"taskName":"T","taskPath":"/bin/t"}""", "T → /bin/t")]
    [InlineData("""{"loginsUserName":"ana","loginsBaseType":"NETWORK","srcIp":"192.0.2.9"}""", "ana network from 192.0.2.9")]
    [InlineData("""{"indicatorName":"I","indicatorDescription":"Why."}""", "I: Why.")]
    [InlineData("""{"fileFullName":"/b","oldFileName":"/a"}""", "/a → /b")]
    [InlineData("""{"fileFullName":"/b","processCmd":"cp"}""", "/b")]
    [InlineData("""{"processCmd":"ls -l","processImagePath":"/bin/ls"}""", "ls -l")]
    [InlineData("""{"processCmd":"","processDisplayName":"ls"}""", "ls")]
    public async Task The_detail_says_what_happened(string sent, string detail)
    {
        await using var console = await ScriptedConsole.WithEvents(sent);

        var line = (await CommandRun.WithToken().Against(console.Address)).Done().Lines[1];

        Assert.Equal(detail.TrimEnd('→', ' '), line.Trim());
    }

    [Theory]
    [InlineData("createdAt", "2021-12-14T21:23:46+01:00", "2021-12-14 20:23:46.000")]
    [InlineData("createdAt", "yesterday", "yesterday")]
    [InlineData("processName", "\\u001b]0;owned\\u0007x", "\\u001b]0;owned\\u0007x")]
    [InlineData("processName", "a\\u009b31mb", "a\\u009b31mb")]
    [InlineData("processName", "two\\nlines\\ttab", "two\\nlines\\ttab")]
    [InlineData("processName", "\\u202efdp.exe", "\\u202efdp.exe")]
    [InlineData("processName", "a\\u200bb", "a\\u200bb")]
    [InlineData("processName", "a\\u00adb", "a\\u00adb")]
    [InlineData("processName", "a\\u3164b", "a\\u3164b")]
    [InlineData("processName", "a\\ufe0fb", "a\\ufe0fb")]
    [InlineData("processName", "a\\udb40\\udc41b", "a\\udb40\\udc41b")]
    [InlineData("processName", "[red]not markup[/]", "[red]not markup[/]")]
    public async Task Data_is_shown_and_never_obeyed(string field, string sent, string shown)
    {
        await using var console = await ScriptedConsole.WithEvents($$"""{"{{field}}":"{{sent}}"}""");

        foreach (var run in (CommandRun[])[CommandRun.WithToken(), Terminal])
            Assert.Equal(shown, (await run.Against(console.Address)).Done().Lines[1].Trim());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("{}")]
    [InlineData("""{"pid":{"a":1}}""")]
    public async Task What_is_no_event_is_a_line_all_the_same(string sent)
    {
        await using var console = await ScriptedConsole.WithEvents(sent);

        Assert.Equal(2, (await CommandRun.WithToken().Against(console.Address)).Done().Lines.Count);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(132)]
    [InlineData(200)]
    public async Task On_a_terminal_every_event_is_one_line_within_its_width(int width)
    {
        var result = (await (Terminal with { Width = width }).Async()).Done();

        Assert.Equal(2501, result.Lines.Count);
        Assert.All(result.Lines, line => Assert.InRange(line.GetCellWidth(), 0, width));
    }

    [Fact]
    public async Task A_narrow_terminal_keeps_the_columns_that_matter_most()
    {
        Assert.Equal(["Created (UTC)", "Process", "Detail"], await HeadAt(60));
        Assert.Equal(["Created (UTC)", "Type", "Process", "Pid", "Detail"], await HeadAt(80));
        Assert.Equal(["Created (UTC)", "Type", "Object", "Process", "Pid", "Agent", "Detail"], await HeadAt(160));

        static async Task<string[]> HeadAt(int width) =>
            (await (Terminal with { Width = width }).Async("--max", "5")).Done().Lines[0].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("NO_COLOR", "", true)]
    [InlineData("TERM", "dumb", false)]
    public async Task A_terminal_gets_colours_unless_it_or_the_person_does_not_want_them(string? variable, string? value, bool coloured)
    {
        var run = new CommandRun { OutputIsTerminal = true };
        if (variable is not null)
            run.Variables[variable] = value!;

        Assert.Equal(coloured, (await run.Async("--max", "1")).Done().Output.Contains('\u001b'));
    }

    [Fact]
    public async Task The_head_comes_once_and_the_first_page_decides_the_widths()
    {
        await using var console = await ScriptedConsole.WithPages(
            ["""{"processName":"short","processCmd":"one"}"""],
            ["""{"processName":"longer than before","processCmd":"two"}"""]);

        var lines = (await CommandRun.WithToken().Against(console.Address)).Done().Lines;

        Assert.Equal(3, lines.Count);
        Assert.Equal(lines[0].IndexOf("Detail", StringComparison.Ordinal), lines[1].IndexOf("one", StringComparison.Ordinal));
        Assert.EndsWith("longer than before              two", lines[2]);
    }

    [Theory]
    [InlineData("createdAt")]
    [InlineData("processName")]
    [InlineData("processCmd")]
    public async Task A_cell_of_megabytes_costs_its_own_line_and_no_other(string field)
    {
        var events = Enumerable.Range(0, 500).Select(i => $$"""{"{{field}}":"{{new string('x', i == 7 ? 2_000_000 : 7)}}","agentName":"a{{i}}"}""");
        await using var console = await ScriptedConsole.WithEvents([.. events]);
        var (plain, terminal) = (CommandRun.WithToken(), Terminal);

        foreach (var (run, most) in (ValueTuple<CommandRun, int>[])[(plain, 160_000), (terminal, 80_000)])
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var result = (await run.Against(console.Address)).Done();
            var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

            Assert.Equal(501, result.Lines.Count);
            Assert.InRange(result.Output.Length, 0, most);
            Assert.InRange(allocated, 0, 200_000_000);
        }
    }

    [Fact]
    public async Task No_events_are_a_head_alone()
    {
        await using var console = await ScriptedConsole.WithEvents();

        Assert.StartsWith("Created (UTC)", Assert.Single((await CommandRun.WithToken().Against(console.Address)).Done().Lines));
    }
}
