using ThreatEvents.CommandLine;

namespace ThreatEvents.Output.Resuming;

/// <summary>
/// FILE.partial, opened by one run at a time: a new one only where there is none, an old one only as far as its FILE.resume counts it.
/// </summary>
internal static class PartialFiles
{
    private const string StartAnew = "or delete it to start again";

    /// <summary>
    /// No other run, while the file may be given another name or be deleted by the one that holds it. Windows has to be told so; to other systems a
    /// lock is one on the content, not on the name.
    /// </summary>
    private static readonly FileShare NoOtherRun = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    /// <summary>Makes the file.</summary>
    /// <exception cref="OutputException">It is there already, or is a link.</exception>
    public static FileStream Create(string path)
    {
        Links.Refuse(path);
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, NoOtherRun, bufferSize: 0);
        }
        catch (IOException) when (Links.IsThere(path))
        {
            throw new OutputException(
                $"{path} already exists: another run is writing it, or a run ended early. Continue it with --resume, {StartAnew}.");
        }
    }

    /// <summary>Opens what an earlier run has left, cut to what its resume point counts.</summary>
    /// <param name="path">FILE.partial.</param>
    /// <param name="resume">FILE.resume.</param>
    /// <param name="query">What is asked for now.</param>
    /// <param name="point">Where to go on; null for the start, where the earlier run had not come to writing anything.</param>
    /// <exception cref="OutputException">There is no going on with it.</exception>
    public static FileStream Reopen(string path, ResumeFile resume, IReadOnlyList<string> query, out ResumePoint? point)
    {
        Links.Refuse(path);
        var stream = Lock(path);
        try
        {
            // Opening and locking are two steps: in between, the run that held the file can have given it its name, or deleted it.
            if (!Links.IsThere(path))
                throw InUse(path);

            point = resume.Exists ? PointFor(query, path, resume) : null;
            if (point is null && stream.Length > 0)
                throw new OutputException($"{path} cannot be continued, because {resume.Path} is missing. Move it, {StartAnew}.");
            if (point is not null)
                Cut(stream, path, point);

            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The resume point, if it is one of this query.</summary>
    public static ResumePoint PointFor(IReadOnlyList<string> query, string path, ResumeFile resume)
    {
        var point = resume.Read();
        return point.Query.SequenceEqual(query)
            ? point
            : throw new OutputException($"{path} was started by another command: {CommandText.Of([.. point.Query, "--output", path[..^FileOutput.Suffix.Length], "--resume"])}. Continue that one, {StartAnew}.");
    }

    /// <summary>Opens a file that is there, for this run alone.</summary>
    /// <exception cref="OutputException">Another run has it open.</exception>
    public static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, NoOtherRun, bufferSize: 0);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw InUse(path);
        }
    }

    public static OutputException InUse(string path) => new($"{path} is in use: another run is writing it.");

    private static void Cut(FileStream stream, string path, ResumePoint point)
    {
        if (stream.Length < point.Length)
            throw new OutputException($"{path} is shorter than expected: {stream.Length} of {point.Length} bytes. Move it, {StartAnew}.");

        if (point.Length > 0)
        {
            stream.Position = point.Length - 1;
            if (stream.ReadByte() != '\n')
                throw new OutputException($"{path} was changed: there is no line end at byte {point.Length}. Move it, {StartAnew}.");
        }

        stream.SetLength(point.Length);
        stream.Position = point.Length;
    }
}
