namespace ThreatEvents.Tests.Support;

/// <summary>Keeps what is written, and tells when it begins.</summary>
internal sealed class SignallingStream : MemoryStream
{
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completed by the first write.</summary>
    public Task Written => written.Task;

    public override void Write(byte[] buffer, int offset, int count)
    {
        base.Write(buffer, offset, count);
        written.TrySetResult();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        base.Write(buffer);
        written.TrySetResult();
    }
}
