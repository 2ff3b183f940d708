using System.Globalization;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>The version of a document: numbers between dots, or a date, with a <c>v</c> before it or without.</summary>
internal static class DocumentVersion
{
    /// <summary>Which of two versions is greater, by the numbers at their beginning: less than 0 for the second one, and 0 where the numbers do not tell.</summary>
    public static int Compare(string? old, string? current)
    {
        var (first, second) = (Numbers(old), Numbers(current));
        for (var i = 0; i < Math.Max(first.Count, second.Count); i++)
        {
            var order = (i < first.Count ? first[i] : 0).CompareTo(i < second.Count ? second[i] : 0);
            if (order != 0)
                return order;
        }
        return 0;
    }

    /// <summary>The first number; <see langword="null"/> if there is none.</summary>
    public static long? Major(string version) => Numbers(version) is [var major, ..] ? major : null;

    private static List<long> Numbers(string? version)
    {
        var numbers = new List<long>();
        foreach (var text in (version ?? "").TrimStart('v', 'V').Split('.', '-'))
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                break;
            numbers.Add(number);
        }
        return numbers;
    }
}
