using System.Runtime.InteropServices;

namespace ThreatEvents.Running;

/// <summary>Ctrl-C, or the system's request to stop: once asks the command to end with whole lines, twice ends it at once.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interrupt()
    {
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();

        source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        // At a second signal the system does what it always does.
        if (source.IsCancellationRequested)
            return;

        context.Cancel = true;
        try
        {
            source.Cancel();
        }
        catch (Exception e) when (e is ObjectDisposedException or AggregateException)
        {
            // The command is at its end, or was ended by something that failed while it was told to stop: either way it ends.
        }
    }
}
