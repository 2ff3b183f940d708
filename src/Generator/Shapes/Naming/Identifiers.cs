using System.Globalization;
using System.Text;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Naming;

/// <summary>Makes C# identifiers from the document's words.</summary>
internal static class Identifiers
{
    private const int MostBytes = 400;

    /// <summary>Words in Pascal case: <c>processName__like</c> gives <c>ProcessNameLike</c>, <c>X-RQID</c> gives <c>XRqid</c>, <c>42pets</c> gives <c>N42pets</c>.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        foreach (var word in Words(text))
            name.Append(Capitalized(word));

        if (name.Length == 0)
            return OfCharacters(text);
        return Shortened(IsStart(name[0]) ? name.ToString() : "N" + name, MostBytes);
    }

    /// <summary>The identifier, or of a longer one the beginning with a hash of the whole.</summary>
    /// <param name="name">The identifier.</param>
    /// <param name="mostBytes">How long it may be in UTF-8, as names are in an assembly.</param>
    public static string Shortened(string name, int mostBytes)
    {
        if (name.Length * 3 <= mostBytes || Encoding.UTF8.GetByteCount(name) <= mostBytes)
            return name;

        var hash = StableHash.Of(name).ToString("x8", CultureInfo.InvariantCulture);
        var length = Math.Min(name.Length, mostBytes - hash.Length);
        while (Encoding.UTF8.GetByteCount(name.Substring(0, length)) > mostBytes - hash.Length)
            length--;
        return name.Substring(0, length) + hash;
    }

    // Emoji and the like have no letter: their code points tell them apart, where a number would only say which came first.
    private static string OfCharacters(string text)
    {
        var points = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var point = isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i];
            if (point > '\u00ff' && !char.IsWhiteSpace((char)Math.Min(point, char.MaxValue)))
                points.Add(point);
        }
        return points.Count == 0 ? "Empty" : Shortened("U" + string.Join("U", points.Select(p => p.ToString("X4", CultureInfo.InvariantCulture))), MostBytes);
    }

    /// <summary>The name that the document chose, else its word in Pascal case.</summary>
    public static string Pascal(string text, string? wish) => Chosen(wish) ?? Pascal(text);

    /// <summary>The name that the document chose, as a type or member begins; <see langword="null"/> for none.</summary>
    public static string? Chosen(string? wish) => wish is null ? null : char.ToUpperInvariant(wish[0]) + wish.Substring(1);

    /// <summary>The name that the document chose for a parameter, else its word, in camel case.</summary>
    public static string Camel(string text, string? wish)
    {
        if (wish is null)
            return Camel(text);
        var name = char.ToLowerInvariant(wish[0]) + wish.Substring(1);
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>The same in camel case, for parameters and fields; a C# keyword gets an <c>@</c>.</summary>
    public static string Camel(string text)
    {
        var pascal = Pascal(text);
        var name = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return Keywords.Contains(name) ? "@" + name : name;
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        if (text is ['-', >= '0' and <= '9', ..])
            yield return "Minus";

        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (IsPart(c))
            {
                word.Append(c);
                continue;
            }
            foreach (var w in Flush(word))
                yield return w;
            if (Symbols.TryGetValue(c, out var symbol))
                yield return symbol;
        }
        foreach (var w in Flush(word))
            yield return w;

        static IEnumerable<string> Flush(StringBuilder word)
        {
            if (word.Length == 0)
                yield break;
            yield return word.ToString();
            word.Clear();
        }
    }

    // A word in capitals is an abbreviation or a shout: HTTP gives Http. Two letters stay (IP), as does mixed case.
    private static string Capitalized(string word)
    {
        var isShout = word.Length > 2 && !word.Any(char.IsLower) && word.Any(char.IsUpper);
        var rest = word.Substring(1);
        return char.ToUpperInvariant(word[0]) + (isShout ? rest.ToLowerInvariant() : rest);
    }

    // Symbols that tell two names apart, such as GitHub's reactions "+1" and "-1". A hyphen, a dot, a slash and the like only part words.
    private static readonly Dictionary<char, string> Symbols = new()
    {
        ['+'] = "Plus", ['<'] = "Less", ['>'] = "Greater", ['='] = "Equal", ['%'] = "Percent", ['&'] = "And", ['*'] = "Star", ['!'] = "Not", ['~'] = "Tilde",
    };

    private static bool IsStart(char c) => char.IsLetter(c);

    // Surrogate pairs are left out: C# identifiers cannot hold them. So is the underscore: it parts words.
    private static bool IsPart(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

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
