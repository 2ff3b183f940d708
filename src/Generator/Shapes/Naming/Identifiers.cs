using System.Globalization;
using System.Text;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Naming;

/// <summary>Makes C# identifiers from the document's words.</summary>
internal static class Identifiers
{
    private const int MaxBytes = 400;

    /// <summary>Words in Pascal case: <c>processName__like</c> gives <c>ProcessNameLike</c>, <c>X-RQID</c> gives <c>XRqid</c>, <c>42pets</c> gives <c>N42pets</c>.</summary>
    public static string Pascal(string text) => OfSmallLetters(text) ?? Join(Words(text, spellsSigns: false)) ?? Spelled(text);

    /// <summary>The same with a word for each sign, which distinguishes <c>@type</c> (<c>AtType</c>) from <c>type</c>. Emoji and the like are spelled as their code points.</summary>
    public static string Spelled(string text) => Join(Words(text, spellsSigns: true)) ?? "Empty";

    /// <summary>The name that the document chose, as a type or member begins; <see langword="null"/> for none.</summary>
    public static string? Chosen(string? wish) => wish is null ? null : char.ToUpperInvariant(wish[0]) + wish.Substring(1);

    /// <summary>The name that the document chose, else its word in Pascal case.</summary>
    public static string Pascal(string text, string? wish) => Chosen(wish) ?? Pascal(text);

    /// <summary>A name as parameters and fields begin; a C# keyword gets an <c>@</c>.</summary>
    public static string Camel(string pascal)
    {
        var name = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>The identifier, or of a longer one the beginning with a hash of the whole.</summary>
    /// <param name="name">The identifier.</param>
    /// <param name="maxBytes">How long it may be in UTF-8, as names are in an assembly.</param>
    public static string Shortened(string name, int maxBytes)
    {
        if (name.Length * 3 <= maxBytes || Encoding.UTF8.GetByteCount(name) <= maxBytes)
            return name;

        var hash = StableHash.Of(name).ToString("x8", CultureInfo.InvariantCulture);
        var length = Math.Min(name.Length, maxBytes - hash.Length);
        while (Encoding.UTF8.GetByteCount(name.Substring(0, length)) > maxBytes - hash.Length)
            length--;
        return name.Substring(0, length) + hash;
    }

    /// <summary>Whether a character can be a part of a C# identifier. Surrogate pairs cannot; an underscore can, but separates words.</summary>
    public static bool IsPart(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // The same as below for what most names are: small letters and digits with separators. null for all others.
    private static string? OfSmallLetters(string text)
    {
        if (text.Length is 0 or > MaxBytes || text[0] is not (>= 'a' and <= 'z'))
            return null;

        var name = new char[text.Length];
        var length = 0;
        var isStart = true;
        foreach (var c in text)
        {
            if (c is '_' or '-' or '.' or ' ' or '/')
            {
                isStart = true;
                continue;
            }
            if (c is not (>= 'a' and <= 'z' or >= '0' and <= '9'))
                return null;
            name[length++] = isStart ? char.ToUpperInvariant(c) : c;
            isStart = false;
        }
        return new(name, 0, length);
    }

    private static string? Join(IEnumerable<string> words)
    {
        var name = string.Concat(words);
        if (name.Length == 0)
            return null;
        return Shortened(char.IsLetter(name[0]) ? name : "N" + name, MaxBytes);
    }

    private static IEnumerable<string> Words(string text, bool spellsSigns)
    {
        text = text.Normalize(NormalizationForm.FormC);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsPart(text[i]))
                continue;
            if (i > start)
            {
                foreach (var word in CapitalWords.Split(text.Substring(start, i - start)))
                    yield return CapitalWords.Capitalize(word);
            }
            if (i < text.Length && (spellsSigns ? NameSigns.Any(text, ref i) : NameSigns.Always(text, i)) is { } sign)
                yield return sign;
            start = i + 1;
        }
    }

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while", "field", "value", "await", "var", "when", "where", "yield", "record", "required", "scoped", "file",
    };
}
