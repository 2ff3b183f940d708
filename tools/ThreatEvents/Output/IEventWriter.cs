using System.Text.Json;

namespace ThreatEvents.Output;

/// <summary>Turns events into lines of one format.</summary>
internal interface IEventWriter
{
    void Write(JsonElement threatEvent);

    /// <summary>Hands on all lines that are ready, whole ones only.</summary>
    void Flush();

    /// <summary>There are no more events.</summary>
    void Complete();
}
