using Kiln.Runtime.Telemetry;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Contracts;

/// <summary>
/// Counts where the responses of a service violate its document, while an application reads them. Set it as <see cref="ReadOptions.Observer"/>; one observer can serve all
/// clients of a process. Thread-safe.
/// </summary>
/// <remarks>
/// <para>It has three outputs: <see cref="ViolationObserved"/>, the metrics <c>kiln.contract.responses</c> and <c>kiln.contract.violations</c> of the meter
/// <see cref="KilnTelemetry.MeterName"/>, and a recording for <c>kiln observe</c> (<see cref="ContractObserverOptions.RecordingPath"/>).</para>
/// <para>Without an observer, or while <see cref="IsEnabled"/> is false, calls do no work and allocate nothing for it. It never changes what a call returns or throws.</para>
/// </remarks>
public sealed class ContractObserver : IAsyncDisposable, IDisposable
{
    private readonly ContractObserverOptions options;
    private readonly ViolationCounts counts;
    private readonly TrafficRecorder? recorder;
    private volatile bool isEnabled = true;

    /// <summary>Initializes an observer, which is enabled.</summary>
    /// <param name="options">The options; null for <see cref="ContractObserverOptions.Default"/>.</param>
    /// <exception cref="IOException">The file of the recording cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file of the recording must not be written.</exception>
    public ContractObserver(ContractObserverOptions? options = null)
    {
        this.options = options ?? ContractObserverOptions.Default;
        counts = new(this.options);
        if (this.options.RecordingPath is { } path)
            recorder = new(path, this.options);
    }

    /// <summary>
    /// Occurs for a violation, at most once in each <see cref="ContractObserverOptions.EventInterval"/> for the same kind, on the thread that has read the response.
    /// An exception of a handler is ignored, so that an observer cannot fail a call.
    /// </summary>
    public event EventHandler<ContractObservation>? ViolationObserved;

    /// <summary>Gets or sets whether responses are observed. The default is true. Calls that have begun keep the value that they began with.</summary>
    public bool IsEnabled
    {
        get => isEnabled;
        set => isEnabled = value;
    }

    /// <summary>Gets the number of responses that were observed.</summary>
    public long Responses => counts.Responses;

    /// <summary>Gets the number of responses with violations beyond <see cref="ContractObserverOptions.MaxKinds"/>, each counted once for each violation.</summary>
    public long OtherViolations => counts.Others;

    /// <summary>Gets the number of responses that are missing in the recording: beyond its limits, or because the disk was too slow or failed.</summary>
    public long Unrecorded => recorder?.Dropped ?? 0;

    /// <summary>Gets the exception that ended the recording, such as a full disk; null for none.</summary>
    public Exception? RecordingException => recorder?.Failure;

    /// <summary>Returns the kinds of violations so far, the most frequent first.</summary>
    public IReadOnlyList<ContractObservation> GetObservations() => counts.Snapshot();

    /// <summary>Ends the observation, and waits until the recording is written. Calls that are under way are no longer observed.</summary>
    public async ValueTask DisposeAsync()
    {
        isEnabled = false;
        if (recorder is not null)
            await recorder.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        isEnabled = false;
        recorder?.Dispose();
    }

    /// <summary>Begins to observe the response of a call.</summary>
    internal ObservedResponse Begin(RequestInformation request) => new(this, request, recorder is not null && options.RecordBodies ? options.MaxRecordedBodyBytes : 0);

    /// <summary>Counts a response at its end.</summary>
    internal void Complete(ObservedResponse response)
    {
        if (!isEnabled)
            return;
        var now = options.TimeProvider.GetUtcNow();
        var counted = counts.Add(response, now);
        Guarded(() => ContractMetrics.Add(response, counted));
        recorder?.Record(response, now);
        foreach (var observation in counted.Due)
            Guarded(() => ViolationObserved?.Invoke(this, observation));
    }

    // Whoever handles the event or listens to the meter is not the caller of the operation, who has nothing to do with it.
    private static void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
        }
    }
}
