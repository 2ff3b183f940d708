using System.Text.Json;

namespace ThreatEvents.Output;

/// <summary>One event a line, as the service sent it: names, values, order, and fields that nobody has documented.</summary>
internal sealed class JsonLinesWriter(IOutput output) : IEventWriter
{
    private readonly LineBuffer lines = new(output);

    public bool IsFull => lines.IsFull;

    public void Write(JsonElement threatEvent)
    {
        CompactJson.Write(threatEvent, lines.Line);
        lines.EndLine("\n"u8);
    }

    public bool Flush(bool isBroken = false) => lines.Flush();

    public void Complete() => lines.Flush();
}
