using Spectre.Console;

namespace ThreatEvents.Output.Table;

/// <summary>Which columns are shown, and how wide each is.</summary>
/// <param name="Columns">Places in <see cref="EventRow.Columns"/>.</param>
/// <param name="Widths">Cells of each, in the same order.</param>
internal sealed record TableLayout(IReadOnlyList<int> Columns, IReadOnlyList<int> Widths)
{
    /// <summary>Cells between two columns.</summary>
    public const int Gap = 2;

    /// <summary>A cell that is wider pushes the rest of its own line aside, and not of every line: padding does not grow with one long cell.</summary>
    private const int WidestColumn = 60;

    /// <summary>
    /// Decides from the first rows, so that later ones can follow as they come.
    /// </summary>
    /// <param name="rows">The first rows.</param>
    /// <param name="width">The width to fit; null where lines may be as long as they are.</param>
    public static TableLayout Of(IReadOnlyList<string[]> rows, int? width)
    {
        List<int> columns = [.. Enumerable.Range(0, EventRow.Columns.Count)];
        var natural = columns.Select(column => NaturalWidth(rows, column, width ?? WidestColumn)).ToArray();
        if (width is not { } limit)
            return new TableLayout(columns, natural);

        var least = columns.Select(column => Math.Min(natural[column], EventRow.Columns[column].Least)).ToArray();
        while (columns.Sum(column => least[column]) + Gaps(columns) > limit && NextToDrop(columns) is { } dropped)
            columns.Remove(dropped);

        if (columns.Sum(column => natural[column]) + Gaps(columns) > limit)
        {
            foreach (var column in columns.Where(column => EventRow.Columns[column].GivesWayFirst))
                natural[column] = least[column];
        }

        return new TableLayout(columns, Shrink([.. columns.Select(column => natural[column])], [.. columns.Select(column => least[column])], limit - Gaps(columns)));
    }

    /// <summary>All columns, with widths that were decided before.</summary>
    public static TableLayout OfAll(IReadOnlyList<int> widths) => new([.. Enumerable.Range(0, EventRow.Columns.Count)], widths);

    private static int NaturalWidth(IReadOnlyList<string[]> rows, int column, int widest) =>
        Math.Min(widest, rows.Select(row => row[column].GetCellWidth()).Append(EventRow.Columns[column].Title.GetCellWidth()).Max());

    private static int Gaps(List<int> columns) => Gap * (columns.Count - 1);

    private static int? NextToDrop(List<int> columns) =>
        columns.Where(column => EventRow.Columns[column].IsDroppedAs is not null)
            .OrderBy(column => EventRow.Columns[column].IsDroppedAs)
            .Select(column => (int?)column)
            .FirstOrDefault();

    /// <summary>Takes from the column that is furthest above its least, until all fit.</summary>
    private static int[] Shrink(int[] widths, int[] least, int room)
    {
        for (var excess = widths.Sum() - room; excess > 0; excess--)
        {
            int[] shrinkable = [.. Enumerable.Range(0, widths.Length).Where(i => widths[i] > 1)];
            if (shrinkable.Length == 0)
                break;

            widths[shrinkable.MaxBy(i => widths[i] - least[i])]--;
        }

        return widths;
    }
}
