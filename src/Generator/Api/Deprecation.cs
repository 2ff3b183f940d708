using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api;

/// <summary>Why a document advises against something.</summary>
internal static class Deprecation
{
    private const int Longest = 200;
    private const string Unsaid = "Deprecated.";

    /// <summary>
    /// The document's words: those of an extension for them, or the sentence of its prose that speaks of it, or one word of ours. Null for what is
    /// not deprecated.
    /// </summary>
    public static string? Of(bool isDeprecated, SpecNode? node, params string?[] prose)
    {
        if (!isDeprecated)
            return null;

        var map = node as SpecMap;
        var words = map?["x-deprecated-message"].AsText()
            ?? map?["x-deprecatedMessage"].AsText()
            ?? (map?["x-ms-deprecation"] as SpecMap)?["description"].AsText()
            ?? prose.Select(SentenceOf).FirstOrDefault(s => s is not null);
        return DocText.Of(words) is { } text ? Line(text) : Unsaid;
    }

    private static string? SentenceOf(string? prose)
    {
        var at = prose?.IndexOf("deprecat", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
            return null;

        var start = prose!.LastIndexOfAny(['.', '\n'], at) + 1;
        var end = prose.IndexOf('\n', at);
        var stop = prose.IndexOf(". ", at, StringComparison.Ordinal);
        if (stop >= 0 && (end < 0 || stop < end))
            end = stop + 1;
        return prose.Substring(start, (end < 0 ? prose.Length : end) - start);
    }

    private static string Line(string text)
    {
        var line = string.Join(" ", text.Split(['\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line.Substring(0, Longest) + "…";
    }
}
