using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Comparing.Git;

/// <summary>The contents of files in a git repository, from one process for all of them: a document may have hundreds.</summary>
internal sealed class GitObjects(KilnConsole console) : IDisposable
{
    private Process? git;

    /// <summary>The content of an object.</summary>
    /// <param name="name">The object's name, as git lists it.</param>
    /// <param name="path">What a message calls it.</param>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    public byte[] Read(string name, string path, CancellationToken cancellationToken)
    {
        git ??= Start();
        using var stop = cancellationToken.Register(() => GitProgram.Kill(git));
        try
        {
            git.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes(name + "\n"));
            git.StandardInput.BaseStream.Flush();

            var output = git.StandardOutput.BaseStream;
            // <name> blob <size>, or <name> missing.
            if (ReadLine(output).Split(' ') is not [_, "blob", var digits] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
                throw new KilnFailure(ExitCodes.Usage, $"cannot read {path}: git does not have its content.");
            if (size > SpecFile.MaxBytes)
                throw new KilnFailure(ExitCodes.Usage, $"cannot read {path}: it has more than {SpecFile.MaxBytes / (1024 * 1024)} MB, the maximum for a document.");

            var bytes = new byte[size];
            output.ReadExactly(bytes);
            output.ReadByte();
            return bytes;
        }
        catch (IOException broken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new KilnFailure(ExitCodes.Usage, $"cannot read {path} with git: {broken.Message}");
        }
    }

    public void Dispose()
    {
        if (git is null)
            return;
        GitProgram.Kill(git);
        git.Dispose();
    }

    private Process Start()
    {
        var started = GitProgram.Start(console, ["cat-file", "--batch"]);
        // Read and dropped: git would wait for a full pipe.
        started.BeginErrorReadLine();
        return started;
    }

    private static string ReadLine(Stream output)
    {
        var line = new StringBuilder();
        for (int value; (value = output.ReadByte()) is not (-1 or '\n');)
            line.Append((char)value);
        return line.ToString();
    }
}
