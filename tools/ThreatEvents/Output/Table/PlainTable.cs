using System.Text;
using Spectre.Console;

namespace ThreatEvents.Output.Table;

/// <summary>Aligned text for pipes and files: nothing is cut off to fit, nothing is coloured.</summary>
internal sealed class PlainTable : ITableStyle
{
    public string Lines(TableLayout layout, IReadOnlyList<string[]> rows, bool withHead)
    {
        var text = new StringBuilder();
        if (withHead)
            AppendLine(text, layout, [.. EventRow.Columns.Select(column => column.Title)]);

        foreach (var row in rows)
            AppendLine(text, layout, row);

        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, TableLayout layout, string[] cells)
    {
        var start = text.Length;
        foreach (var (column, width) in layout.Columns.Zip(layout.Widths))
        {
            var cell = cells[column];
            text.Append(cell).Append(' ', Math.Max(0, width - cell.GetCellWidth()) + TableLayout.Gap);
        }

        var end = text.Length;
        while (end > start && text[end - 1] == ' ')
            end--;

        text.Length = end;
        text.Append('\n');
    }
}
