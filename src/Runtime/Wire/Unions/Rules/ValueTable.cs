using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kiln.Runtime.Wire;

/// <summary>What some texts, numbers and booleans tell.</summary>
internal sealed class ValueTable((string Value, UnionRule Then)[] values)
{
    private readonly UnionRule[] rules = [.. values.Select(v => v.Then)];
    private readonly Utf8Table table = new([.. values.Select(v => v.Value)]);
    private readonly decimal?[] numbers = [.. values.Select(v => Number(v.Value))];

    /// <summary>The rule for the value that a reader is at; <see langword="null"/> if it is none of these.</summary>
    public UnionRule? Find(in WireReader reader)
    {
        var place = reader.Token switch
        {
            JsonTokenType.String => table.Find(reader.NameBytes),
            JsonTokenType.True or JsonTokenType.False => table.Find(reader.Bytes),
            JsonTokenType.Number => FindNumber(reader.Bytes),
            _ => -1,
        };
        return place < 0 ? null : rules[place];
    }

    // 1 and 1.0 are one number.
    private int FindNumber(ReadOnlySpan<byte> text)
    {
        var place = table.Find(text);
        return place >= 0 || Number(Encoding.UTF8.GetString(text)) is not { } number ? place : Array.IndexOf(numbers, number);
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
