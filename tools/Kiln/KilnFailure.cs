namespace Kiln.Tool;

/// <summary>The end of a run: a sentence for the person, and the exit code.</summary>
internal sealed class KilnFailure(int exitCode, string sentence) : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;
}
