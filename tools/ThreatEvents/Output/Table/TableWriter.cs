using System.Text;
using System.Text.Json;

namespace ThreatEvents.Output.Table;

/// <summary>A line for each event: the first hundred decide how wide the columns are, however they arrive, so that the same events give the same table.</summary>
internal sealed class TableWriter(IOutput output, ITableStyle style, int? width) : IEventWriter
{
    private const int MostRowsAtOnce = 1000;
    private const int RowsThatDecide = 100;

    private readonly List<string[]> rows = [];
    private TableLayout? layout;

    public void Write(JsonElement threatEvent)
    {
        rows.Add(EventRow.Of(threatEvent));
        if (rows.Count == (layout is null ? RowsThatDecide : MostRowsAtOnce))
            WriteRows();
    }

    public void Flush(bool isBroken = false)
    {
        if (rows.Count > 0 && (layout is not null || isBroken))
            WriteRows();
    }

    public void Complete()
    {
        // A table without rows is its head, so that "no events" can be told from "no answer".
        if (rows.Count > 0 || layout is null)
            WriteRows();
    }

    private void WriteRows()
    {
        var isFirst = layout is null;
        layout ??= TableLayout.Of(rows, width);
        var lines = style.Lines(layout, rows, isFirst);
        rows.Clear();

        output.Write(Encoding.UTF8.GetBytes(lines));
    }
}
