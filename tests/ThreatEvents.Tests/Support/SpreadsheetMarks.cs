using System.Globalization;
using System.Text;

namespace ThreatEvents.Tests.Support;

/// <summary>Takes the marks out of a cell as docs/threat-events.md tells programs to, and says what a spreadsheet would do with a cell.</summary>
internal static class SpreadsheetMarks
{
    public const string FormulaStarts = "=+-@＝＋－＠﹦﹢﹣﹫−";

    private const string CellStarts = ";\t\r\n";

    /// <summary>The value of a cell: without the <c>'</c> at its start, and without one behind each separator that a formula would follow.</summary>
    public static string Remove(string cell)
    {
        // Whether a formula begins at a place, when what may stand before one is passed over.
        var begins = new bool[cell.Length + 1];
        for (var i = cell.Length - 1; i >= 0; i--)
            begins[i] = FormulaStarts.Contains(cell[i]) || (begins[i + 1] && (cell[i] == '\'' || IsPassedOver(cell[i])));

        var text = new StringBuilder();
        for (var i = cell.StartsWith('\'') ? 1 : 0; i < cell.Length; i++)
        {
            text.Append(cell[i]);
            if (CellStarts.Contains(cell[i]) && i + 1 < cell.Length && cell[i + 1] == '\'' && begins[i + 1])
                i++;
        }

        return text.ToString();
    }

    /// <summary>Whether the most willing of spreadsheets would take the cell for a formula.</summary>
    public static bool WouldRun(string cell)
    {
        var start = cell.AsSpan();
        while (start is [var passed, ..] && IsPassedOver(passed))
            start = start[1..];

        return start is [var first, ..] && FormulaStarts.Contains(first);
    }

    private static bool IsPassedOver(char c) => char.IsWhiteSpace(c) || c == '"' || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;

    /// <summary>Whether a spreadsheet would take the cell for a number and keep less of it.</summary>
    public static bool WouldRound(string cell) =>
        decimal.TryParse(cell.Trim(), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _) && cell.Count(char.IsAsciiDigit) > 15;

    /// <summary>The cells that a spreadsheet sees which splits at these separators; a quotation mark counts at the start of a cell alone.</summary>
    public static IEnumerable<string> Split(string csv, string separators)
    {
        var (cell, isQuoted) = (new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (isQuoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                cell.Append(csv[i++]);
            else if (isQuoted && csv[i] == '"')
                isQuoted = false;
            else if (!isQuoted && csv[i] == '"' && cell.Length == 0)
                isQuoted = true;
            else if (isQuoted || !(separators.Contains(csv[i]) || csv[i] is '\r' or '\n'))
                cell.Append(csv[i]);
            else
            {
                yield return cell.ToString();
                cell.Clear();
            }
        }

        yield return cell.ToString();
    }
}
