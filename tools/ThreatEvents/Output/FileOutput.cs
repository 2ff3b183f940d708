namespace ThreatEvents.Output;

/// <summary>
/// A file that appears under its name when everything is in it. Until then the lines stand beside it, in FILE.partial:
/// evidence that is cut short must not look complete, and must not take the place of an earlier, complete file.
/// </summary>
internal sealed class FileOutput : IOutput
{
    private readonly string path;
    private readonly string partial;
    private readonly FileStream stream;
    private readonly StreamOutput lines;
    private bool isComplete;

    private FileOutput(string path)
    {
        this.path = path;
        partial = path + ".partial";
        stream = Create(partial);
        lines = new StreamOutput(stream, path);
    }

    public string? PartialFile => !isComplete && stream.Length > 0 ? partial : null;

    /// <summary>Opens the file before anything is read, so that a name that cannot be written costs no request.</summary>
    public static IOutput Open(string file)
    {
        try
        {
            if (Directory.Exists(file))
                throw new OutputException($"{file} cannot be written: it is a folder.");

            // A rename would put a plain file in the place of a device or of a pipe.
            if (IsDevice(file))
                return new StreamOutput(Create(file), file);

            var target = TargetOf(file);
            RefuseReadOnly(target);

            return new FileOutput(target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OutputException($"{file} cannot be written: {e.Message}");
        }
    }

    public void Write(ReadOnlySpan<byte> lines) => this.lines.Write(lines);

    public void Complete()
    {
        try
        {
            stream.Dispose();
            File.Move(partial, path, overwrite: true);
            isComplete = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{path} cannot be written: {e.Message}");
        }
    }

    public void Dispose()
    {
        var isOfUse = isComplete || !stream.CanWrite || stream.Length > 0;
        stream.Dispose();
        if (!isOfUse)
            File.Delete(partial);
    }

    private static FileStream Create(string file) => new(file, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);

    private static bool IsDevice(string file)
    {
        var full = Path.GetFullPath(file);
        return full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal);
    }

    /// <summary>A link stays a link: the file that it points to is the one to write.</summary>
    private static string TargetOf(string file) =>
        new FileInfo(file) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : file;

    /// <summary>A folder lets a read-only file be replaced; whoever made it read-only did not mean that.</summary>
    private static void RefuseReadOnly(string file)
    {
        if (File.Exists(file))
            new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
    }
}
