using System.Globalization;

namespace Kiln.Generator.Shapes.Naming;

/// <summary>
/// Splits letters and digits into the words that their capitals show. Several capitals are one word, an acronym, of any length: .NET's guidelines make an
/// exception for those of two letters (<c>IOStream</c>, but <c>Id</c>), which no rule can tell from abbreviations.
/// </summary>
/// <example><c>HTTPServer</c> is <c>HTTP</c> and <c>Server</c>, <c>UserIDs</c> is <c>User</c> and <c>IDs</c>, <c>IPv4</c>, <c>iOS</c> and <c>e2e</c> are one word each.</example>
internal static class CapitalWords
{
    /// <summary>The words, in order.</summary>
    /// <param name="text">Letters, digits and marks only.</param>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (!BeginsWord(text, i))
                continue;
            yield return text.Substring(start, i - start);
            start = i;
        }
        yield return text.Substring(start);
    }

    /// <summary>A word with its first letter in upper case and all others in lower case.</summary>
    public static string Capitalize(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1).ToLowerInvariant();

    private static bool BeginsWord(string text, int i)
    {
        if (!IsUpper(text[i]))
            return false;
        if (!IsUpper(text[i - 1]))
            return !(i == 1 && IsLower(text, 0) && i + 1 < text.Length && IsUpper(text[i + 1])); // iOS, mTLS

        // The last capital before a small letter begins a word (HTTP Server), but for a plural (IDs) and a version (IPv4).
        return IsLower(text, i + 1) && !IsPlural(text, i + 1) && !IsVersion(text, i + 1);
    }

    private static bool IsPlural(string text, int i) => text[i] == 's' && !IsLower(text, i + 1);

    private static bool IsVersion(string text, int i) => text[i] == 'v' && i + 1 < text.Length && char.IsDigit(text[i + 1]);

    private static bool IsUpper(char c) => char.IsUpper(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.TitlecaseLetter;

    private static bool IsLower(string text, int i) => i < text.Length && char.IsLower(text[i]);
}
