using Spectre.Console;
using SpectreTable = Spectre.Console.Table;

namespace ThreatEvents.Output.Table;

/// <summary>The table for a person at a terminal: cut to its width, and coloured by what the event concerns.</summary>
internal sealed class TerminalTable(int terminalWidth, bool withColours) : ITableStyle
{
    private static readonly int ObjectColumn = EventRow.Columns.Index().Single(column => column.Item.Title == "Object").Index;
    private static readonly Style Faint = new(decoration: Decoration.Dim);

    private static readonly Dictionary<string, Style> ObjectStyles = new(StringComparer.Ordinal)
    {
        ["process"] = new(Color.Green),
        ["file"] = new(Color.Yellow),
        ["ip"] = new(Color.Blue),
        ["dns"] = new(Color.Blue),
        ["url"] = new(Color.Blue),
        ["registry"] = new(Color.Aqua),
        ["scheduled_task"] = new(Color.Aqua),
        ["logins"] = new(Color.Fuchsia),
        ["indicators"] = new(Color.Red),
        ["module"] = new(Color.Yellow),
    };

    public string Lines(TableLayout layout, IReadOnlyList<string[]> rows, bool withHead)
    {
        var table = new SpectreTable { Border = TableBorder.None, ShowHeaders = withHead };
        foreach (var (column, width) in layout.Columns.Zip(layout.Widths))
        {
            var head = new Text(Cut(EventRow.Columns[column].Title, width, "…"), new Style(decoration: Decoration.Bold));
            table.AddColumn(new TableColumn(head) { Width = width, NoWrap = true, Padding = new Padding(0, 0, IsLast(layout, column) ? 0 : TableLayout.Gap, 0) });
        }

        foreach (var row in rows)
            table.AddRow(layout.Columns.Zip(layout.Widths, (column, width) => new Text(Cut(row[column], width, EventRow.Columns[column].GivesWayFirst ? "" : "…"), StyleOf(row, column))));

        return Render(table);
    }

    private string Render(SpectreTable table)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = withColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = withColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = terminalWidth;
        console.Write(table);

        // The last column is filled up with spaces, which would come along when a line is copied.
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd(' ')));
    }

    /// <summary>What happened stands out by its colour; where and when step back behind who and what.</summary>
    private static Style StyleOf(string[] row, int column) => EventRow.Columns[column].Title switch
    {
        "Type" or "Object" => ObjectStyles.GetValueOrDefault(row[ObjectColumn], Style.Plain),
        "Process" or "Detail" => Style.Plain,
        _ => Faint,
    };

    private static bool IsLast(TableLayout layout, int column) => layout.Columns[^1] == column;

    /// <summary>Text that is too wide is cut. Cells are counted, not characters: 会 takes two.</summary>
    private static string Cut(string text, int width, string end)
    {
        if (text.GetCellWidth() <= width)
            return text;

        var (kept, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.ToString().GetCellWidth();
            if (used > width - end.Length)
                break;

            kept += rune.Utf16SequenceLength;
        }

        return text[..kept] + end;
    }
}
