using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Annotations;

/// <summary>Decides whether a text of the document, mostly a title, can be a name in C#: it is short, begins with a letter, and is no sentence.</summary>
internal static class TypeTitles
{
    private const int MaxLength = 60;
    private const int MaxWords = 5;

    /// <summary>The title of a schema without a name of its own; <see langword="null"/> for none, and for one that says no more than where the schema is.</summary>
    public static string? Of(SchemaNode schema) =>
        schema.Title is { } title && IsName(title) && !Repeats(title, JsonPointer.Parse(schema.Pointer)) ? title.Trim() : null;

    /// <summary>Whether a text can be a name.</summary>
    public static bool IsName(string text)
    {
        text = text.Trim();
        return text.Length is > 0 and <= MaxLength
            && char.IsLetter(text[0])
            && text.All(IsPart)
            && !text.EndsWith(".", StringComparison.Ordinal)
            && text.IndexOf(", ", StringComparison.Ordinal) < 0
            && text.IndexOf(". ", StringComparison.Ordinal) < 0
            && text.Split([' '], StringSplitOptions.RemoveEmptyEntries).Length <= MaxWords;
    }

    // The signs beside letters and digits are those of compound words and of generic types. Marks belong to letters.
    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '/' or '<' or '>' or '[' or ']' or '`' or ',' or '+'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // Pydantic gives each property a title that is its name: the class is better named after the whole way to it.
    private static bool Repeats(string title, string[] tokens) => tokens.Length > 0 && AreAlike(title, tokens[tokens.Length - 1]);

    /// <summary>Whether two texts have the same letters and digits.</summary>
    public static bool AreAlike(string one, string other) =>
        string.Equals(string.Concat(one.Where(char.IsLetterOrDigit)), string.Concat(other.Where(char.IsLetterOrDigit)), StringComparison.OrdinalIgnoreCase);
}
