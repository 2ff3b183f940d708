using System.Text;

namespace Kiln.Tool;

/// <summary>What a command sees of the world around it, so that tests can run one without a process.</summary>
/// <param name="Out">Results, for pipes and files.</param>
/// <param name="Error">Everything that is only for the person.</param>
/// <param name="IsTerminal">Whether <paramref name="Out"/> is shown to a person.</param>
/// <param name="CurrentDirectory">What relative paths are relative to.</param>
/// <param name="NoColor">The value of <c>NO_COLOR</c> (no-color.org).</param>
internal sealed record KilnConsole(TextWriter Out, TextWriter Error, bool IsTerminal, string CurrentDirectory, string? NoColor = null)
{
    /// <summary>Whether results are coloured. An empty <c>NO_COLOR</c> counts as not set, as its definition says.</summary>
    public bool IsColoured => IsTerminal && string.IsNullOrEmpty(NoColor);

    /// <summary>Whether a person watches <see cref="Error"/>, who is shown what kiln is at.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>The console of this process.</summary>
    public static KilnConsole OfProcess() => new(
        Console.IsOutputRedirected ? RedirectedOut() : Console.Out,
        Console.Error,
        IsTerminal: !Console.IsOutputRedirected,
        Directory.GetCurrentDirectory(),
        Environment.GetEnvironmentVariable("NO_COLOR"))
    {
        // A dumb terminal (an editor's shell, some CI) cannot take a line back.
        IsWatched = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
    };

    /// <summary>The absolute form of a path that a person typed.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, CurrentDirectory);

    // Console.Out would use the code page of a Windows console and flush each line; a diff must be the files' own UTF-8.
    private static TextWriter RedirectedOut() =>
        TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), bufferSize: 64 * 1024));
}
