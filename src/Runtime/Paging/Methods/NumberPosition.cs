using System.Globalization;

namespace Kiln.Runtime.Paging;

/// <summary>Positions that are numbers.</summary>
internal static class NumberPosition
{
    // What is left to count on from is far more than any service has.
    private const long Largest = long.MaxValue / 2;

    /// <summary>The number; some other one for a text that is none, and for none.</summary>
    public static long Of(string? position, long otherwise) => TryParse(position, out var number) ? number : otherwise;

    /// <summary>Why a text is not such a number; null if it is.</summary>
    public static string? ProblemOf(string position, string what) => TryParse(position, out _) ? null : $"The {what} must be a number that is not negative, or a resume token.";

    private static bool TryParse(string? position, out long number) => long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= Largest;
}
