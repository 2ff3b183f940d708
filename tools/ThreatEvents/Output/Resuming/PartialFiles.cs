using ThreatEvents.CommandLine;

namespace ThreatEvents.Output.Resuming;

/// <summary>
/// FILE.partial, opened by one run at a time: a new one only where there is none, an old one only as far as its FILE.resume counts it. Neither is
/// opened through a link.
/// </summary>
internal static class PartialFiles
{
    private const string StartAnew = "or delete it to start anew";

    /// <summary>Makes the file.</summary>
    /// <exception cref="OutputException">It is there already.</exception>
    public static FileStream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException) when (IsThere(path))
        {
            throw new OutputException(
                $"{path} is there already: another run is writing it, or one ended early. Go on with it by --resume, {StartAnew}.");
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
        if (new FileInfo(path).LinkTarget is not null)
            throw new OutputException($"{path} is a link, which no run of this command makes: it is not written through.");

        var stream = Lock(path);
        try
        {
            point = resume.Exists ? PointFor(query, path, resume) : null;
            if (point is null && stream.Length > 0)
                throw new OutputException($"{path} has no {resume.Path} beside it, so it cannot be said where to go on. Keep it elsewhere, {StartAnew}.");
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
            : throw new OutputException($"{path} was begun by another command: {CommandText.Of(point.Query)}. Go on with that one, {StartAnew}.");
    }

    /// <summary>Whether there is anything of this name, be it a link that leads to no file.</summary>
    public static bool IsThere(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new OutputException($"{path} is in use, so another run is writing it: {e.Message}");
        }
    }

    private static void Cut(FileStream stream, string path, ResumePoint point)
    {
        if (stream.Length < point.Length)
            throw new OutputException($"{path} is shorter than what was written to it: {stream.Length} bytes of {point.Length}. Keep it elsewhere, {StartAnew}.");

        if (point.Length > 0)
        {
            stream.Position = point.Length - 1;
            if (stream.ReadByte() != '\n')
                throw new OutputException($"{path} is not what was written to it: there is no end of a line at byte {point.Length}. Keep it elsewhere, {StartAnew}.");
        }

        stream.SetLength(point.Length);
        stream.Position = point.Length;
    }
}
