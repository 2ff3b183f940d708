using System.Diagnostics;

namespace ThreatEvents.Output.Resuming;

/// <summary>FILE.resume, which is always a whole resume point: a new one takes the place of the old one in one step, when all of it is on the disk.</summary>
/// <remarks>To be used by the one process that holds the lock on FILE.partial.</remarks>
internal sealed class ResumeFile(string path)
{
    /// <summary>What a run may spend on keeping its place: one part in so many of its time.</summary>
    private const int ShareOfTime = 20;

    private readonly string draft = path + ".new";
    private long notBefore;

    public string Path => path;

    public bool Exists => File.Exists(path);

    /// <summary>False for a while after a point was kept, where the disk is slow: what is read until then would be read again after a crash.</summary>
    public bool IsDue => Stopwatch.GetTimestamp() >= notBefore;

    /// <summary>The point that was kept last.</summary>
    /// <exception cref="OutputException">There is none that can be gone by.</exception>
    public ResumePoint Read() => ResumePointText.Read(File.ReadAllBytes(path)) ?? throw new OutputException(
        $"{path} is damaged, or of another version of threat-events, so it cannot be said where to go on. Delete it and the .partial file beside it to start anew.");

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
    }

    public void Delete()
    {
        File.Delete(draft);
        File.Delete(path);
    }
}
