namespace Kiln.Tool.Observing.Matching;

/// <summary>Finds which paths are probably one: identifiers in them are replaced, which also hides what they tell of persons.</summary>
internal static class PathShape
{
    /// <example><c>/pets/{id}/toys</c> of <c>/pets/1234/toys</c></example>
    public static string Of(string path) => string.Join('/', path.Split('/').Select(segment => IsIdentifier(segment) ? "{id}" : segment));

    // Digits, hexadecimal digits as in a UUID, what is longer than a word, and what was escaped.
    private static bool IsIdentifier(string segment) => segment.Length > 40
        || (segment.Any(char.IsAsciiDigit) && (segment.Length >= 20 || segment.All(char.IsAsciiDigit) || (segment.Length >= 8 && segment.All(c => char.IsAsciiHexDigit(c) || c == '-'))))
        || segment.IndexOfAny(['%', '@']) >= 0;
}
