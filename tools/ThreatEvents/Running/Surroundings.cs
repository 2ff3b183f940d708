using System.Text;
using Kiln.Runtime.Http;

namespace ThreatEvents.Running;

/// <summary>What the command finds around it: streams, terminals, the environment. Tests bring their own.</summary>
internal sealed record Surroundings(Stream Output, TextWriter Error, Func<string, string?> Variable)
{
    /// <summary>The width where a terminal does not tell its own.</summary>
    private const int UsualWidth = 80;

    /// <summary>True when a person looks at standard output.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>True when a person looks at standard error.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>How many cells a line of the terminal has.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>The longest wait before the first retry of a request, which doubles with each further one, unless the service says how long to wait.</summary>
    public TimeSpan RetryDelay { get; init; } = RetryOptions.Default.Delay;

    /// <summary>Colours are for terminals that know them and people who have not turned them off (https://no-color.org).</summary>
    public bool WantsColours => OutputIsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") is not "dumb";

    public static Surroundings OfThisProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;

        return new Surroundings(StandardOutputStream.Open(), Utf8(Console.OpenStandardError()), Environment.GetEnvironmentVariable)
        {
            OutputIsTerminal = isTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = isTerminal && WidthOfTerminal() is > 0 and var width ? width : UsualWidth,
        };
    }

    private static int WidthOfTerminal()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            // Not a reason to end: some terminals do not tell.
            return 0;
        }
    }

    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
}
