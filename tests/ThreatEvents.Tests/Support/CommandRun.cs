using System.Text;
using System.Text.RegularExpressions;
using ThreatEvents.EmbeddedConsole;
using ThreatEvents.Running;

namespace ThreatEvents.Tests.Support;

/// <summary>Runs the command in this process, in surroundings of the test's own.</summary>
internal sealed record CommandRun
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Dictionary<string, string> Variables { get; init; } = [];

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public int Width { get; init; } = 120;

    /// <summary>Where standard output goes; null to collect it.</summary>
    public Stream? Output { get; init; }

    public CancellationToken CancellationToken { get; init; } = TestContext.Current.CancellationToken;

    /// <summary>Against the embedded console that the command starts itself.</summary>
    public static Task<CommandResult> Embedded(params string[] arguments) => new CommandRun().Async(arguments);

    /// <summary>Against a console of the test's own, with a token that such a console takes.</summary>
    public static CommandRun WithToken(string token = ConsoleServer.Token) => new() { Variables = { ["SENTINELONE_API_TOKEN"] = token } };

    public Task<CommandResult> Against(Uri console, params string[] arguments) =>
        Async([ConsoleServer.ThreatId, "--console", console.AbsoluteUri, .. arguments]);

    public async Task<CommandResult> Async(params string[] arguments)
    {
        using var collected = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(Output ?? collected, error, name => Variables.GetValueOrDefault(name))
        {
            OutputIsTerminal = OutputIsTerminal,
            ErrorIsTerminal = ErrorIsTerminal,
            Width = Width,
            RetryDelay = TimeSpan.Zero,
        };
        var code = await ThreatEventsCommand.RunAsync(arguments, surroundings, CancellationToken);

        return new CommandResult(code, StrictUtf8.GetString(collected.ToArray()), error.ToString());
    }
}

/// <summary>What came of it.</summary>
internal sealed partial record CommandResult(int Code, string Output, string Error)
{
    public IReadOnlyList<string> Lines
    {
        get
        {
            Assert.True(Output.Length == 0 || Output.EndsWith('\n'), "The last line is whole.");
            return Output.Length == 0 ? [] : Output[..^1].Split('\n');
        }
    }

    /// <summary>The output of a run that has to succeed.</summary>
    public CommandResult Done()
    {
        Assert.True(Code == 0, $"Exit code {Code}: {Error}");
        return this;
    }

    /// <summary>What is said at the end of a run that has to fail, whatever was said of retries before.</summary>
    public string FailsInTheEnd(int code) =>
        string.Concat(Fails(code).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !Retry().IsMatch(line)).Select(line => line + "\n"));

    [GeneratedRegex(@"; retrying( in [0-9.]+ s)? \([1-3] of 3\)\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Retry();

    /// <summary>The sentence of a run that has to fail: nothing is on standard output.</summary>
    public string Fails(int code)
    {
        Assert.Equal((code, ""), (Code, Output));
        Assert.NotEmpty(Error);

        return Error;
    }
}
