namespace Kiln.Tool.Files;

/// <summary>Writes files whole or not at all.</summary>
internal static class OutputFiles
{
    /// <summary>
    /// Writes each file beside its place under a name of its own, and moves them there only when all are whole: what stops in between (Ctrl-C, a full
    /// disk) leaves the files of the run before, and of two runs at once each file is one's or the other's. A device, such as <c>/dev/stdout</c>, is written to: a file that is moved
    /// there would take its place.
    /// </summary>
    public static void Write(IReadOnlyList<OutputFile> files, CancellationToken cancellationToken)
    {
        var written = new List<(string Temporary, string Path)>();
        try
        {
            foreach (var file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (IsDevice(file.Path))
                {
                    WriteTo(file);
                    continue;
                }
                var directory = Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!).FullName;
                var temporary = Path.Combine(directory, $".{Guid.NewGuid():n}.kiln");
                written.Add((temporary, file.Path));
                File.WriteAllBytes(temporary, file.Bytes);
            }
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (temporary, path) in written)
                File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            foreach (var (temporary, _) in written)
                File.Delete(temporary);
        }
    }

    /// <summary>Whether a full path is that of a device, or of what a process has opened (<c>/dev/fd/63</c>).</summary>
    public static bool IsDevice(string path) =>
        path.StartsWith(@"\\.\", StringComparison.Ordinal) || ((path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal)) && File.Exists(path));

    // Without a buffer, which could be written, and fail, only when the stream is closed.
    private static void WriteTo(OutputFile file)
    {
        using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        if (stream.CanSeek)
            stream.Seek(0, SeekOrigin.End);
        stream.Write(file.Bytes);
    }
}

/// <summary>A file to be.</summary>
/// <param name="Path">Its full path; directories on the way are made.</param>
internal sealed record OutputFile(string Path, byte[] Bytes);
