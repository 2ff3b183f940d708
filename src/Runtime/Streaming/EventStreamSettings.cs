namespace Kiln.Runtime.Streaming;

/// <summary>How a caller wants a stream of events.</summary>
internal sealed record EventStreamSettings
{
    /// <summary>The id of the event after which to begin; null to begin where the service does.</summary>
    public string? LastEventId { get; init; }

    /// <summary>How many connections in a row may bring no event.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>Whether to connect again also where the service has sent no id to go on from.</summary>
    public bool ReconnectsWithoutId { get; init; }

    /// <summary>How long the stream may be silent.</summary>
    public TimeSpan IdleTimeout { get; init; } = Timeout.InfiniteTimeSpan;
}
