using ThreatEvents.CommandLine;

namespace ThreatEvents.Output.Resuming;

/// <summary>
/// A file that appears under its name when everything is in it. Until then the lines stand beside it, in FILE.partial: evidence that is cut short must
/// not look complete, and must not take the place of an earlier, complete file. FILE.resume says where a later run goes on.
/// </summary>
internal sealed class FileOutput : IOutput
{
    /// <summary>What FILE.partial has behind the name of FILE.</summary>
    public const string Suffix = ".partial";

    private readonly string path;
    private readonly string partial;
    private readonly ResumeFile? resume;
    private readonly IReadOnlyList<string> query;
    private readonly FileStream stream;
    private readonly StreamOutput lines;
    private ResumePoint last;
    private bool isNamed;

    private FileOutput(string path, ResumeFile? resume, IReadOnlyList<string> query, FileStream stream, ResumePoint? from)
    {
        (this.path, this.resume, this.query, this.stream, ResumedFrom) = (path, resume, query, stream, from);
        partial = PartialOf(path);
        lines = new StreamOutput(stream, partial);
        last = from ?? new ResumePoint();
    }

    public string? PartialFile => !isNamed && stream.Length > 0 ? partial : null;

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
                return Direct(file, new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), input);

            Links.Refuse(file);
            if (NamedPipe(file) is { } pipe)
                return Direct(file, pipe, input);

            RefuseUnwritable(file);

            return input.Resume ? Reopen(file, CommandText.QueryOf(input)) : Create(file, input.CountOnly, CommandText.QueryOf(input));
        }
        catch (Exception e) when (OutputException.IsOfFiles(e) || e is ArgumentException or NotSupportedException)
        {
            throw OutputException.Unwritable(file, e);
        }
    }

    public void Write(ReadOnlySpan<byte> lines) => this.lines.Write(lines);

    public void Keep(ResumePoint point, bool isLast = false)
    {
        last = point with { Query = query, Length = stream.Length };
        if (isLast || resume?.IsDue(last.Length) == true)
            Keep();
    }

    public void Complete()
    {
        GiveName();
        RemoveResumePoint();
        stream.Dispose();
    }

    /// <summary>The first step of <see cref="Complete"/>: FILE.partial becomes FILE.</summary>
    internal void GiveName()
    {
        try
        {
            // From here on a run that is killed leaves nothing to read: the next one gives the file its name, if it has none yet.
            last = last with { IsComplete = true };
            Keep();
            File.Move(partial, path, overwrite: true);
            isNamed = true;
        }
        catch (Exception e) when (OutputException.IsOfFiles(e))
        {
            throw OutputException.Unwritable(path, e);
        }
    }

    /// <summary>
    /// The second step. This run still has the file open for itself: so no run that begins meanwhile has written its own FILE.resume, which would be lost.
    /// </summary>
    internal void RemoveResumePoint()
    {
        try
        {
            resume?.Delete();
        }
        catch (Exception e) when (OutputException.IsOfFiles(e))
        {
            throw new OutputException($"{path} is complete, but {resume!.Path} cannot be deleted: {OutputException.Reason(resume.Path, e)}");
        }
    }

    public void Dispose()
    {
        try
        {
            // In this order, and before another run can have the file, one that is killed in between leaves what counts as not begun.
            if (!isNamed && stream.Length == 0)
            {
                resume?.Delete();
                File.Delete(partial);
            }
        }
        catch (Exception e) when (OutputException.IsOfFiles(e))
        {
            // An empty file is left over, and the failure that led here is worth more than one about it.
        }
        finally
        {
            stream.Dispose();
        }
    }

    private static FileOutput Create(string path, bool isNumber, IReadOnlyList<string> query)
    {
        // One number is soon read again.
        var resume = isNumber ? null : ResumeOf(path);

        var stream = PartialFiles.Create(PartialOf(path));
        try
        {
            // A run that has just given FILE its name has it open until its FILE.resume is gone.
            RefuseUnwritable(path);
        }
        catch
        {
            File.Delete(PartialOf(path));
            stream.Dispose();
            throw;
        }

        return Begin(path, resume, query, stream);
    }

    private static StreamOutput Direct(string file, FileStream stream, CommandInput input) => input.Resume
        ? throw new OutputException($"{file} is a device or a pipe, which cannot be resumed.")
        : new StreamOutput(stream, file);

    /// <summary>A pipe that has a name (FIFO), opened; null for everything else. Opening waits for a reader, as it does in a shell.</summary>
    private static FileStream? NamedPipe(string file)
    {
        if (!File.Exists(file))
            return null;

        var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        if (!stream.CanSeek)
            return stream;

        stream.Dispose();
        return null;
    }

    private static IOutput Reopen(string path, IReadOnlyList<string> query)
    {
        var (partial, resume) = (PartialOf(path), ResumeOf(path));
        if (!Links.IsThere(partial))
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
        var partial = PartialOf(path);
        using var file = File.Exists(path) ? PartialFiles.Lock(path) : null;
        if (Links.IsThere(partial))
            throw PartialFiles.InUse(partial);

        var point = PartialFiles.PointFor(query, partial, resume);
        if (!point.IsComplete || file?.Length != point.Length)
            throw new OutputException($"{partial} is missing, but {resume.Path} exists. Delete that file to start again.");

        resume.Delete();
        return new FinishedOutput(point);
    }

    private void Keep()
    {
        try
        {
            resume?.Write(stream, last);
        }
        catch (Exception e) when (OutputException.IsOfFiles(e))
        {
            throw OutputException.Unwritable(resume!.Path, e);
        }
    }

    private static string PartialOf(string path) => path + Suffix;

    private static ResumeFile ResumeOf(string path) => new(path + ".resume");

    /// <summary>Files in shared memory are files: everybody may put a link there.</summary>
    private static bool IsDevice(string file)
    {
        var full = Path.GetFullPath(file);
        return (full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal))
            || full.StartsWith("/proc/", StringComparison.Ordinal);
    }

    /// <summary>
    /// A folder lets a file be replaced that is read-only, which whoever made it so did not mean, or that another run has open, which is not done with it.
    /// </summary>
    private static void RefuseUnwritable(string file)
    {
        if (File.Exists(file))
            new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
    }
}
