using Kiln.Runtime.Responses;

namespace Kiln.Runtime.Streaming;

/// <summary>Gets ids of events from exceptions that ended a stream.</summary>
public static class LastEventIds
{
    /// <summary>Returns the id of the last event before the exception, for <see cref="EventStream{T}.StartAfter"/>; null if there was none, or the exception did not end a stream of events.</summary>
    public static string? GetLastEventId(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[ServiceException.LastEventIdKey] as string;
    }

    internal static void Attach(Exception exception, string? lastEventId)
    {
        if (!string.IsNullOrEmpty(lastEventId))
            exception.Data[ServiceException.LastEventIdKey] = lastEventId;
    }
}
