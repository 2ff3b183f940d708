using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Text;

namespace Kiln.Generator.Api.Annotations;

/// <summary>The text of an <c>[Obsolete]</c> attribute.</summary>
internal static class Deprecation
{
    private const int MaxLength = 200;
    private const string NoReason = "Deprecated.";
    private const string Mention = "deprecat";

    /// <summary>
    /// The document's reason: that of an extension, or the sentence of its descriptions that mentions it, or "Deprecated."; <see langword="null"/> for what
    /// is not deprecated.
    /// </summary>
    public static string? Of(bool isDeprecated, SpecNode? node, params string?[] descriptions)
    {
        if (!isDeprecated)
            return null;

        var map = node as SpecMap;
        var own = ForeignKeywords.DeprecationMessage.Keys.Select(key => map?[key].AsScalarText()).FirstOrDefault(t => t is not null)
            ?? (map?[ForeignKeywords.MicrosoftDeprecation] as SpecMap)?["description"].AsText();
        var reason = own is null ? descriptions.Select(SentenceOf).FirstOrDefault(s => s is not null) : PlainProse.Of(own);
        return reason is not null && Line(reason) is { Length: > 0 } line ? line : NoReason;
    }

    private static string? SentenceOf(string? description)
    {
        if (description is null || description.IndexOf(Mention, StringComparison.OrdinalIgnoreCase) < 0)
            return null;

        // Without markup first, where sentences end at full stops and not in URLs.
        description = PlainProse.Of(description);
        var at = description.IndexOf(Mention, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;

        var start = description.LastIndexOfAny(['.', '\n'], at) + 1;
        var end = description.IndexOf('\n', at);
        var stop = description.IndexOf(". ", at, StringComparison.Ordinal);
        if (stop >= 0 && (end < 0 || stop < end))
            end = stop + 1;
        return description.Substring(start, (end < 0 ? description.Length : end) - start);
    }

    private static string Line(string text)
    {
        var line = string.Join(" ", text.Split(['\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxLength ? line : line.Substring(0, MaxLength) + "…";
    }
}
