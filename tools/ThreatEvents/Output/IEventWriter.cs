using System.Text.Json;

namespace ThreatEvents.Output;

/// <summary>Turns events into lines of one format.</summary>
internal interface IEventWriter
{
    void Write(JsonElement threatEvent);

    /// <summary>Hands on the lines that are ready, whole ones only.</summary>
    /// <param name="isBroken">Whether no more come because the reading broke off: then all are ready.</param>
    void Flush(bool isBroken = false);

    /// <summary>There are no more events.</summary>
    void Complete();
}
