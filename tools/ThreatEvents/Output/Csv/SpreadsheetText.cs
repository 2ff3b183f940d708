using System.Buffers;
using System.Text.Json;

namespace ThreatEvents.Output.Csv;

/// <summary>
/// Values so that a spreadsheet neither runs nor rounds them. What it would take for a formula or a number gets a <c>'</c> before it: a cell that
/// begins with that is text to Excel and LibreOffice alike, which show it.
/// </summary>
/// <remarks>
/// <para>
/// A tab in that place works in fewer programs and is not seen, and <c>="…"</c> is a formula. A text that begins with <c>'</c> gets one more, so that a
/// program which takes one away from each cell that begins with it has the value again.
/// </para>
/// <para>
/// A spreadsheet that is set to another separator, as half of Europe's are, sees other cells: it splits at semicolons and tabs, and knows no quotation
/// marks but at the start of what it takes for a cell. So what follows a semicolon, a tab or a line break in a value is looked at as the start of a cell
/// too, and gets its <c>'</c> by the same rule.
/// </para>
/// </remarks>
internal static class SpreadsheetText
{
    private const char Mark = '\'';

    /// <summary>A spreadsheet keeps fifteen digits of a number (IEEE 754 double precision).</summary>
    private const int DigitsKept = 15;

    /// <summary>What begins a formula, in the widths that East Asian keyboards and fonts have.</summary>
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@＝＋－＠﹦﹢﹣﹫−");

    /// <summary>Where another separator, or a line break within a value, starts a cell.</summary>
    private static readonly SearchValues<char> CellStarts = SearchValues.Create(";\t\r\n");

    /// <summary>What a number may have beside its digits: signs, separators of groups and decimals, an exponent, a currency, a percent sign.</summary>
    private static readonly SearchValues<char> NumberMarks = SearchValues.Create("+-−.,'’ \u00A0\u202F\u2009eE%‰()$€£¥₹");

    /// <summary>A value as a spreadsheet may have it.</summary>
    /// <param name="text">The value as a person reads it, in which <see cref="SafeText"/> has left no characters that are not seen.</param>
    /// <param name="kind">What the value is in JSON: a number that begins with a sign is no formula.</param>
    public static string Of(string text, JsonValueKind kind)
    {
        if (kind is JsonValueKind.Number)
            return HasTooManyDigits(text) ? Mark + text : text;
        if (kind is JsonValueKind.True or JsonValueKind.False || text.Length == 0)
            return text;

        var inner = MarkCellStarts(text, out var startsFormula);
        return startsFormula || text[0] == Mark || IsNumberToKeep(text) ? Mark + inner : inner;
    }

    /// <summary>Marks what a spreadsheet with another separator would take for a formula in a cell of its own.</summary>
    /// <remarks>From the end, so that what stands behind a separator is known when it comes: the cost does not grow with the number of separators.</remarks>
    private static string MarkCellStarts(string text, out bool startsFormula)
    {
        startsFormula = false;
        if (!text.AsSpan().ContainsAny(FormulaStarts))
            return text;

        var marks = new List<int>();
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (startsFormula && CellStarts.Contains(text[i]))
                marks.Add(i + 1);
            startsFormula = FormulaStarts.Contains(text[i]) || (startsFormula && IsPassedOver(text[i]));
        }
        if (marks.Count == 0)
            return text;

        marks.Reverse();
        return string.Create(text.Length + marks.Count, (text, marks), static (to, from) =>
        {
            var (read, written) = (0, 0);
            foreach (var mark in from.marks)
            {
                from.text.AsSpan(read..mark).CopyTo(to[written..]);
                written += mark - read;
                to[written++] = Mark;
                read = mark;
            }
            from.text.AsSpan(read..).CopyTo(to[written..]);
        });
    }

    /// <summary>True for what may stand before a formula: white space, a quotation mark, and the mark itself.</summary>
    private static bool IsPassedOver(char c) => char.IsWhiteSpace(c) || c is '"' or Mark;

    /// <summary>Text that a spreadsheet would turn into another number: more digits than it keeps, zeros in front, or an exponent, as a hash may look.</summary>
    private static bool IsNumberToKeep(string text)
    {
        var number = text.AsSpan().Trim();
        if (number.IsEmpty || !number.ContainsAnyInRange('0', '9'))
            return false;

        foreach (var c in number)
        {
            if (!IsDigit(c) && !NumberMarks.Contains(c))
                return false;
        }

        return HasTooManyDigits(number) || number is ['0', >= '0' and <= '9', ..] || (char.IsAsciiDigit(number[0]) && number.ContainsAny('e', 'E'));
    }

    private static bool HasTooManyDigits(ReadOnlySpan<char> number)
    {
        var digits = 0;
        foreach (var c in number)
        {
            if (IsDigit(c) && ++digits > DigitsKept)
                return true;
        }

        return false;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';
}
