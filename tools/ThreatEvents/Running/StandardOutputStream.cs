using Microsoft.Win32.SafeHandles;

namespace ThreatEvents.Running;

/// <summary>Opens standard output so that a closed pipe can be noticed.</summary>
internal static class StandardOutputStream
{
    private const nint StandardOutput = 1;

    /// <remarks>
    /// .NET's own stream drops what is written to a closed pipe without a word, and the command would go on reading page
    /// after page for nobody. A file stream tells. For files it is the wrong one, though: it keeps a position of its own,
    /// and would write over what standard error writes to the same file (<c>&gt; all.txt 2&gt;&amp;1</c>).
    /// </remarks>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();

        try
        {
            var pipe = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return Console.OpenStandardOutput();
        }
    }
}
