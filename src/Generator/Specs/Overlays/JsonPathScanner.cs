using System.Globalization;
using System.Text;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>Scans the text of a query. A syntax error is a <see cref="FormatException"/> with a message for users.</summary>
internal sealed class JsonPathScanner(string text)
{
    // In an order in which no operator is a prefix of a later one.
    public static readonly string[] Comparisons = ["==", "!=", "<=", ">=", "<", ">"];

    public int Position { get; set; }

    public bool IsAtEnd => Position >= text.Length;

    /// <summary>The next character; NUL at the end.</summary>
    public char Peek => IsAtEnd ? '\0' : text[Position];

    public string LastKeyword { get; private set; } = "";

    public FormatException Error(string expected) => new(IsAtEnd
        ? $"expected {expected} at the end"
        : $"expected {expected} at '{Shorten(text.Substring(Position))}'");

    public void SkipSpace()
    {
        while (Peek is ' ' or '\t' or '\n' or '\r')
            Position++;
    }

    public bool Take(string sign)
    {
        if (string.CompareOrdinal(text, Position, sign, 0, sign.Length) != 0)
            return false;
        Position += sign.Length;
        return true;
    }

    public void Expect(string sign)
    {
        if (!Take(sign))
            throw Error($"'{sign}'");
    }

    /// <summary>Takes a keyword that no other name character follows.</summary>
    public bool TakeKeyword(string keyword)
    {
        var before = Position;
        if (!Take(keyword))
            return false;
        if (IsNameCharacter(Peek))
        {
            Position = before;
            return false;
        }
        LastKeyword = keyword;
        return true;
    }

    public string Name()
    {
        var start = Position;
        while (IsNameCharacter(Peek))
            Position++;
        var name = text.Substring(start, Position - start);
        return name.Length > 0 && !char.IsDigit(name[0]) && name[0] != '-' ? name : throw MoveTo(start).Error("a name");
    }

    /// <summary>An integer; <see langword="null"/> if there is none.</summary>
    public int? Integer()
    {
        var start = Position;
        if (Peek == '-')
            Position++;
        while (Peek is >= '0' and <= '9')
            Position++;
        if (Position == start)
            return null;
        return int.TryParse(text.Substring(start, Position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw MoveTo(start).Error("an integer that is not too large");
    }

    /// <summary>A number; <see langword="null"/> if there is none.</summary>
    public double? Number()
    {
        var start = Position;
        while (Peek is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
            Position++;
        if (double.TryParse(text.Substring(start, Position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return value;
        Position = start;
        return null;
    }

    /// <summary>A string in single or double quotes.</summary>
    public string Quoted()
    {
        var quote = Peek;
        Position++;
        var value = new StringBuilder();
        while (!IsAtEnd && Peek != quote)
        {
            var character = text[Position++];
            value.Append(character == '\\' ? Escaped() : character.ToString());
        }
        Expect(quote.ToString());
        return value.ToString();
    }

    private string Escaped()
    {
        if (IsAtEnd)
            throw Error("an escaped character");
        var escape = text[Position++];
        switch (escape)
        {
            case 'b': return "\b";
            case 'f': return "\f";
            case 'n': return "\n";
            case 'r': return "\r";
            case 't': return "\t";
            case '\\' or '/' or '\'' or '"': return escape.ToString();
            case 'u' when Position + 4 <= text.Length && ushort.TryParse(text.Substring(Position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                Position += 4;
                return ((char)code).ToString();
            default:
                throw MoveTo(Position - 2).Error("an escape such as \\n or \\u00e9");
        }
    }

    private JsonPathScanner MoveTo(int position)
    {
        Position = position;
        return this;
    }

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' || c >= '\u0080';

    private static string Shorten(string rest) => rest.Length <= 20 ? rest : rest.Substring(0, 17) + "...";
}
