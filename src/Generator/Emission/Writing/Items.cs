namespace Kiln.Generator.Emission;

/// <summary>Writes items with commas between them, on several lines where one would be too long to read.</summary>
internal static class Items
{
    private const int LineLength = 120;
    private const string NewLine = "\n    ";

    /// <summary>Each on a line of its own, if they do not fit on one.</summary>
    /// <param name="items">The items.</param>
    /// <param name="around">How long the rest of the line is.</param>
    public static string OnLines(IReadOnlyCollection<string> items, int around) =>
        Length(items) + around <= LineLength ? string.Join(", ", items) : NewLine + string.Join("," + NewLine, items);

    /// <summary>As many on a line as fit.</summary>
    /// <inheritdoc cref="OnLines" path="param"/>
    public static string Filled(IReadOnlyCollection<string> items, int around)
    {
        if (Length(items) + around <= LineLength)
            return string.Join(", ", items);

        var lines = new List<string>();
        foreach (var item in items)
        {
            if (lines.Count > 0 && lines[lines.Count - 1].Length + item.Length + NewLine.Length < LineLength)
                lines[lines.Count - 1] += $", {item}";
            else
                lines.Add(item);
        }
        return NewLine + string.Join("," + NewLine, lines);
    }

    private static int Length(IReadOnlyCollection<string> items) => items.Sum(i => i.Length + 2);
}
