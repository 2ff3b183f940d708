using System.Text;
using System.Text.Json;

namespace ThreatEvents.Output.Table;

/// <summary>A line for each event: the first hundred decide how wide the columns are, however they arrive, so that the same events give the same table.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="style">How they look.</param>
/// <param name="width">The width to fit; null where lines may be as long as they are.</param>
/// <param name="widths">What an earlier run has decided, whose table goes on; null for a new one.</param>
internal sealed class TableWriter(IOutput output, ITableStyle style, int? width, IReadOnlyList<int>? widths) : IEventWriter
{
    private const int MostRowsAtOnce = 1000;
    private const int RowsThatDecide = 100;

    /// <summary>Long cells make their rows go sooner, so that memory does not grow with them.</summary>
    private const int MostCharacters = 1024 * 1024;

    private readonly List<string[]> rows = [];
    private int characters;
    private TableLayout? layout = widths is null ? null : TableLayout.OfAll(widths);
    private bool isBegun = widths is not null;

    public bool IsFull => rows.Count >= (layout is null ? RowsThatDecide : MostRowsAtOnce) || characters >= MostCharacters;

    public IReadOnlyList<int>? Widths => layout?.Widths;

    public void Write(JsonElement threatEvent)
    {
        var row = EventRow.Of(ShownJson.Of(threatEvent));
        rows.Add(row);
        characters += row.Sum(cell => cell.Length);
    }

    public bool Flush(bool isBroken = false)
    {
        if (rows.Count > 0 && (layout is not null || isBroken || IsFull))
            WriteRows();

        return rows.Count == 0;
    }

    public void Complete()
    {
        // A table without rows is its head, so that "no events" can be told from "no answer".
        if (rows.Count > 0 || !isBegun)
            WriteRows();
    }

    private void WriteRows()
    {
        layout ??= TableLayout.Of(rows, width);
        var lines = style.Lines(layout, rows, withHead: !isBegun);
        isBegun = true;
        rows.Clear();
        characters = 0;

        output.Write(Encoding.UTF8.GetBytes(lines));
    }
}
