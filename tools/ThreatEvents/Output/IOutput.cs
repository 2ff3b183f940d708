using ThreatEvents.Output.Resuming;

namespace ThreatEvents.Output;

/// <summary>Where whole lines go.</summary>
internal interface IOutput : IDisposable
{
    /// <summary>Where an unfinished output stays; null when there is no such place, or nothing in it.</summary>
    string? PartialFile => null;

    /// <summary>Whether <see cref="Keep"/> does anything.</summary>
    bool IsResumable => false;

    /// <summary>What an earlier run has written of this output already; null for nothing.</summary>
    ResumePoint? ResumedFrom => null;

    void Write(ReadOnlySpan<byte> lines);

    /// <summary>Keeps where a later run would go on: the lines of so many events have all been written.</summary>
    /// <param name="point">Query and length are not looked at: the output knows them.</param>
    /// <param name="isLast">Whether no other comes soon, so that this one must be kept.</param>
    void Keep(ResumePoint point, bool isLast = false) { }

    /// <summary>Everything has been written. An output that is disposed of without this is unfinished.</summary>
    void Complete();
}

/// <summary>The reader of the pipe has gone.</summary>
internal sealed class ClosedPipeException : Exception;
