namespace ThreatEvents.Output.Resuming;

/// <summary>A file in which an earlier run has written everything.</summary>
internal sealed class FinishedOutput(ResumePoint point) : IOutput
{
    public ResumePoint? ResumedFrom => point;

    public void Write(ReadOnlySpan<byte> lines) => throw new InvalidOperationException("Everything has been written.");

    public void Complete() { }

    public void Dispose() { }
}
