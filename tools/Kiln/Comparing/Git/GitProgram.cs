using System.ComponentModel;
using System.Diagnostics;

namespace Kiln.Tool.Comparing.Git;

/// <summary>Runs <c>git</c>, without a shell.</summary>
internal static class GitProgram
{
    /// <summary>What a command wrote, when it has ended.</summary>
    public static GitOutput Run(KilnConsole console, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var git = Start(console, arguments);
        using var stop = cancellationToken.Register(() => Kill(git));
        git.StandardInput.Close();
        var errors = git.StandardError.ReadToEndAsync(CancellationToken.None);
        using var output = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(output);
        git.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        return new(git.ExitCode == 0, output.ToArray(), errors.GetAwaiter().GetResult());
    }

    /// <summary>Starts a command in the current folder; its streams are the caller's.</summary>
    public static Process Start(KilnConsole console, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = console.CurrentDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // It only reads, so it must neither wait for another git nor ask a person anything.
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new KilnFailure(ExitCodes.Usage, $"cannot run git, which reads revisions: {missing.Message}");
        }
    }

    /// <summary>Ends a command that may have ended by itself.</summary>
    public static void Kill(Process git)
    {
        try
        {
            git.Kill();
        }
        catch (InvalidOperationException)
        {
            // It had ended.
        }
    }
}

/// <summary>What a command of git wrote.</summary>
internal sealed record GitOutput(bool IsSuccess, byte[] Bytes, string Errors)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    /// <summary>The first line of what went wrong, without git's prefix.</summary>
    public string Reason => Errors.Split('\n', 2)[0].Trim() is var line && line.StartsWith("fatal: ", StringComparison.Ordinal) ? line["fatal: ".Length..] : line;
}
