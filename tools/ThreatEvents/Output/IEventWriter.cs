using System.Text.Json;

namespace ThreatEvents.Output;

/// <summary>Turns events into lines of one format.</summary>
internal interface IEventWriter
{
    /// <summary>True when there is enough for <see cref="Flush"/>, which is not called by <see cref="Write"/>: the caller knows which event was the last.</summary>
    bool IsFull { get; }

    /// <summary>The widths of the columns, once they are decided; null for a format that has none.</summary>
    IReadOnlyList<int>? Widths => null;

    void Write(JsonElement threatEvent);

    /// <summary>Hands on the lines that are ready, whole ones only.</summary>
    /// <param name="isBroken">Whether no more come because the reading broke off: then all are ready.</param>
    /// <returns>Whether the lines of all events have been handed on, now or before.</returns>
    bool Flush(bool isBroken = false);

    /// <summary>There are no more events.</summary>
    void Complete();
}
