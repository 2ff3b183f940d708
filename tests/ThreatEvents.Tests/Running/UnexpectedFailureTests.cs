using ThreatEvents.EmbeddedConsole;
using ThreatEvents.Running;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Running;

/// <summary>Exceptions that nobody has foreseen: a sentence and an exit code, never a stack trace.</summary>
public sealed class UnexpectedFailureTests
{
    private static readonly InvalidOperationException Unforeseen = new($"Two\nlines \u001b[2J\u200b{new string('x', 1000)}");

    [Fact]
    public async Task Before_anything_is_asked()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(Stream.Null, error, _ => throw Unforeseen);

        var code = await ThreatEventsCommand.RunAsync([ConsoleServer.ThreatId, "--console", "https://console.example"], surroundings, TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        AssertSentence(error.ToString());
    }

    [Theory]
    [InlineData("--format", "jsonl")]
    [InlineData("--count", "--limit", "1")]
    public async Task While_it_is_written(params string[] arguments)
    {
        await using var console = await ScriptedConsole.WithEvents("{}");

        var result = await (CommandRun.WithToken() with { Output = new ThrowingStream() }).Against(console.Address, arguments);

        Assert.Equal(1, result.Code);
        AssertSentence(result.Error.Split('\n')[0] + "\n");
    }

    private static void AssertSentence(string error)
    {
        Assert.StartsWith("An unexpected error ended threat-events (InvalidOperationException): Two lines \\u001b[2J\\u200bxxx", error);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.InRange(error.Length, 0, 300);
    }

    private sealed class ThrowingStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw Unforeseen;
    }
}
