namespace Kiln.Generator.Api.Operations.Inference;

/// <summary>Compares names whatever the convention in which they are written, and looks for words in descriptions.</summary>
internal static class Words
{
    /// <summary>A name without its case and its separators.</summary>
    /// <example><c>pagetoken</c> for <c>page_token</c>, <c>pageToken</c>, <c>Page-Token</c> and <c>page[token]</c></example>
    public static string Key(string name)
    {
        var isKey = true;
        foreach (var c in name)
            isKey &= char.IsLetterOrDigit(c) && char.ToLowerInvariant(c) == c;
        if (isKey)
            return name;

        var key = new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
                key[length++] = char.ToLowerInvariant(c);
        }
        return new(key, 0, length);
    }

    /// <summary>The words of an identifier, in lower case.</summary>
    /// <example><c>search</c> and <c>pets</c> for <c>searchPets</c></example>
    public static IEnumerable<string> Parts(string identifier)
    {
        var start = 0;
        for (var i = 1; i <= identifier.Length; i++)
        {
            if (i < identifier.Length && char.IsLetterOrDigit(identifier[i]) && !(char.IsUpper(identifier[i]) && char.IsLower(identifier[i - 1])))
                continue;
            yield return Key(identifier.Substring(start, i - start));
            start = i;
        }
    }

    /// <summary>Whether a description has one of some words or phrases, in whichever case.</summary>
    public static bool Mentions(string description, params string[] phrases) => phrases.Any(p => Has(description, p));

    // Whole words: "url" is not in "curl".
    private static bool Has(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!IsWordAt(text, at - 1) && !IsWordAt(text, at + phrase.Length))
                return true;
        }
        return false;
    }

    private static bool IsWordAt(string text, int index) => index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);
}
