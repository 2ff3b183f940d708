namespace Kiln.Tool.Files;

/// <summary>Writes files whole or not at all.</summary>
internal static class OutputFiles
{
    /// <summary>
    /// Writes each file beside its place under a name of its own, and moves them there only when all are whole: what stops in between (Ctrl-C, a full
    /// disk) leaves the files of the run before, and of two runs at once each file is one's or the other's.
    /// </summary>
    public static void Write(IReadOnlyList<OutputFile> files, CancellationToken cancellationToken)
    {
        var written = new List<(string Temporary, string Path)>();
        try
        {
            foreach (var file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
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
}

/// <summary>A file to be.</summary>
/// <param name="Path">Its full path; directories on the way are made.</param>
internal sealed record OutputFile(string Path, byte[] Bytes);
