using System.Text.Json;
using ThreatEvents.EmbeddedConsole;
using ThreatEvents.Tests.EmbeddedConsole;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests;

/// <summary>What the README tells analysts to type, against a console on loopback. That it is what the README says is for Package.Tests to hold.</summary>
public sealed class ReadmeTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    private static readonly string[] Typed =
    [
        "export SENTINELONE_API_TOKEN=…",
        "threat-events 1569749506337035982 --console https://usea1.sentinelone.net --event-type process --max 20",
    ];

    [Fact]
    public async Task The_command_against_a_real_console_gives_its_events()
    {
        var variable = Typed[0].Split(' ', '=')[1];
        var arguments = Typed[1]
            .Replace("https://usea1.sentinelone.net", console.Server.Address.AbsoluteUri, StringComparison.Ordinal)
            .Split(' ')[1..];

        var run = (await new CommandRun { Variables = { [variable] = ConsoleServer.Token } }.Async([.. arguments, "--format", "jsonl"])).Done();

        Assert.Contains(ConsoleServer.ThreatId, arguments);
        Assert.Equal(20, run.Lines.Count);
        Assert.All(run.Lines, line => Assert.StartsWith("Process", JsonDocument.Parse(line).RootElement.GetProperty("eventType").GetString()));
    }
}
