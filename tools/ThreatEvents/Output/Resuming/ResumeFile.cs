using System.Diagnostics;

namespace ThreatEvents.Output.Resuming;

/// <summary>FILE.resume, which is always a whole resume point: a new one takes the place of the old one in one step, when all of it is on the disk.</summary>
/// <remarks>To be used by the one process that holds the lock on FILE.partial.</remarks>
internal sealed class ResumeFile(string path)
{
    /// <summary>After so many bytes a point is kept in any case.</summary>
    private const int MostBytes = 256 * 1024;

    /// <summary>What a run may spend on keeping its place before that: one part in so many of its time.</summary>
    private const int ShareOfTime = 20;

    private readonly string draft = path + ".new";
    private long notBefore;
    private long counted;

    public string Path => path;

    public bool Exists => Links.IsThere(path);

    /// <summary>
    /// Whether a new point is worth its cost, which is that of waiting for the disk: for many bytes it is, for few where the disk is fast. What
    /// comes after the last point is read again by a run that goes on.
    /// </summary>
    /// <param name="length">How many bytes the new point would count.</param>
    public bool IsDue(long length) => length - counted >= MostBytes || Stopwatch.GetTimestamp() >= notBefore;

    /// <summary>The point that was kept last.</summary>
    /// <exception cref="OutputException">There is none that can be gone by, or the file is a link.</exception>
    public ResumePoint Read()
    {
        Links.Refuse(path);
        return ResumePointText.Read(File.ReadAllBytes(path)) ?? throw new OutputException(
            $"{path} is damaged, or from another version of threat-events. Delete it and the .partial file beside it to start again.");
    }

    /// <summary>Keeps a point, after what it counts.</summary>
    /// <param name="data">The file that it speaks of: its bytes are on the disk before the point is.</param>
    /// <param name="point">The point.</param>
    public void Write(FileStream data, ResumePoint point)
    {
        var began = Stopwatch.GetTimestamp();
        data.Flush(flushToDisk: true);

        // A file of this name, or a link in its place, was left behind or put there: it is not written through.
        File.Delete(draft);
        using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(ResumePointText.Write(point));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        var now = Stopwatch.GetTimestamp();
        notBefore = now + (now - began) * ShareOfTime;
        counted = point.Length;
    }

    public void Delete()
    {
        File.Delete(draft);
        File.Delete(path);
    }
}
