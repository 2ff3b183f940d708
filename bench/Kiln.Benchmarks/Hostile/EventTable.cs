using System.Text.Json;
using ThreatEvents.Output;
using ThreatEvents.Output.Table;

namespace Kiln.Benchmarks.Hostile;

/// <summary>Writes events as the table of <c>threat-events</c>.</summary>
internal static class EventTable
{
    /// <summary>Reads a list of events and writes them nowhere.</summary>
    public static void Write(byte[] events)
    {
        using var list = JsonDocument.Parse(events);
        var table = new TableWriter(new Nowhere(), new PlainTable(), width: null, widths: null);
        foreach (var threatEvent in list.RootElement.EnumerateArray())
        {
            table.Write(threatEvent);
            if (table.IsFull)
                table.Flush();
        }
        table.Complete();
    }

    private sealed class Nowhere : IOutput
    {
        public void Write(ReadOnlySpan<byte> lines)
        {
        }

        public void Complete()
        {
        }

        public void Dispose()
        {
        }
    }
}
