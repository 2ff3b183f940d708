namespace Kiln.Generator.Changes.Comparison.Values;

/// <summary>Texts of a document as they are told: no longer than a line or two.</summary>
internal static class ShortText
{
    /// <summary>The text, or its beginning; a pair of surrogates is not cut.</summary>
    public static string Of(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = length - (char.IsHighSurrogate(text[length - 1]) ? 1 : 0);
        return text.Substring(0, end) + "…";
    }
}
