using ThreatEvents.CommandLine;

namespace ThreatEvents.Output.Resuming;

/// <summary>
/// A file that appears under its name when everything is in it. Until then the lines stand beside it, in FILE.partial: evidence that is cut short must
/// not look complete, and must not take the place of an earlier, complete file. FILE.resume says where a later run goes on.
/// </summary>
internal sealed class FileOutput : IOutput
{
    private readonly string path;
    private readonly string partial;
    private readonly ResumeFile? resume;
    private readonly IReadOnlyList<string> query;
    private readonly FileStream stream;
    private readonly StreamOutput lines;
    private ResumePoint last;
    private bool isComplete;

    private FileOutput(string path, ResumeFile? resume, IReadOnlyList<string> query, FileStream stream, ResumePoint? from)
    {
        (this.path, this.resume, this.query, this.stream, ResumedFrom) = (path, resume, query, stream, from);
        partial = PartialOf(path);
        lines = new StreamOutput(stream, partial);
        last = from ?? new ResumePoint();
    }

    public string? PartialFile => !isComplete && stream.Length > 0 ? partial : null;

    public bool IsResumable => resume is not null;

    public ResumePoint? ResumedFrom { get; }

    /// <summary>Opens the file before anything is read, so that a name that cannot be written costs no request.</summary>
    /// <exception cref="OutputException">The file cannot be written, or there is no going on with it.</exception>
    public static IOutput Open(CommandInput input)
    {
        var file = input.OutputFile!;
        try
        {
            if (Directory.Exists(file))
                throw new OutputException($"{file} cannot be written: it is a folder.");

            // A rename would put a plain file in the place of a device or of a pipe.
            if (IsDevice(file))
            {
                return input.Resume
                    ? throw new OutputException($"{file} is a device: nothing is left of an earlier run to go on with.")
                    : new StreamOutput(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), file);
            }

            var target = TargetOf(file);
            RefuseReadOnly(target);

            return input.Resume ? Reopen(target, CommandText.QueryOf(input)) : Create(target, input.CountOnly, CommandText.QueryOf(input));
        }
        catch (Exception e) when (IsOfFiles(e) || e is ArgumentException or NotSupportedException)
        {
            throw Unwritable(file, e);
        }
    }

    public void Write(ReadOnlySpan<byte> lines) => this.lines.Write(lines);

    public void Keep(ResumePoint point, bool isLast = false)
    {
        last = point with { Query = query, Length = stream.Length };
        if (isLast || resume is { IsDue: true })
            Keep();
    }

    public void Complete()
    {
        try
        {
            // From here on a run that is killed leaves nothing to read: the next one gives the file its name, if it has none yet.
            last = last with { IsComplete = true };
            Keep();
            stream.Dispose();
            File.Move(partial, path, overwrite: true);
            isComplete = true;
            resume?.Delete();
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            throw Unwritable(path, e);
        }
    }

    public void Dispose()
    {
        if (isComplete)
            return;

        var isOfUse = !stream.CanWrite || stream.Length > 0;
        if (isOfUse)
        {
            stream.Dispose();
            return;
        }

        try
        {
            // In this order, a run that is killed in between leaves what counts as not begun.
            resume?.Delete();
            stream.Dispose();
            File.Delete(partial);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            // An empty file is left over, and the failure that led here is worth more than one about it.
        }
    }

    private static FileOutput Create(string path, bool isNumber, IReadOnlyList<string> query)
    {
        // One number is soon read again.
        var resume = isNumber ? null : ResumeOf(path);

        return Begin(path, resume, query, PartialFiles.Create(PartialOf(path)));
    }

    private static IOutput Reopen(string path, IReadOnlyList<string> query)
    {
        var (partial, resume) = (PartialOf(path), ResumeOf(path));
        if (!PartialFiles.IsThere(partial))
            return resume.Exists ? Finished(path, resume, query) : Create(path, isNumber: false, query);

        var stream = PartialFiles.Reopen(partial, resume, query, out var point);
        if (point is null)
            return Begin(path, resume, query, stream);

        var output = new FileOutput(path, resume, query, stream, point);
        if (point.IsComplete)
            output.Complete();

        return output;
    }

    private static FileOutput Begin(string path, ResumeFile? resume, IReadOnlyList<string> query, FileStream stream)
    {
        var output = new FileOutput(path, resume, query, stream, from: null);
        try
        {
            resume?.Delete();
            output.Keep(output.last, isLast: true);

            return output;
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    /// <summary>The output of a run that was killed when all was done but taking the resume point away.</summary>
    private static FinishedOutput Finished(string path, ResumeFile resume, IReadOnlyList<string> query)
    {
        var point = PartialFiles.PointFor(query, PartialOf(path), resume);
        if (!point.IsComplete || !File.Exists(path) || new FileInfo(path).Length != point.Length)
            throw new OutputException($"{PartialOf(path)} is not there, which {resume.Path} goes on from. Delete that one to start anew.");

        resume.Delete();
        return new FinishedOutput(point);
    }

    private void Keep()
    {
        try
        {
            resume?.Write(stream, last);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            throw Unwritable(resume!.Path, e);
        }
    }

    private static string PartialOf(string path) => path + ".partial";

    private static ResumeFile ResumeOf(string path) => new(path + ".resume");

    private static OutputException Unwritable(string file, Exception e) => new($"{file} cannot be written: {e.Message}");

    private static bool IsOfFiles(Exception e) => e is IOException or UnauthorizedAccessException;

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
