using System.Globalization;
using System.Text;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Reading;

/// <summary>A position in a JSON text that reads tokens. The first error becomes the text's only diagnostic.</summary>
internal sealed class JsonCursor(string text, SpecLines lines, List<DiagnosticInfo> diagnostics)
{
    private const char EndOfText = '\0';

    private readonly StringPool pool = new();

    public int Offset { get; private set; }

    /// <summary>The offset of the innermost object or array that is open; negative at the root. At the end of the text, this is what is not closed.</summary>
    public int OpenBracket { get; set; } = -1;

    /// <summary>The character at the position; NUL, which JSON never contains, at the end.</summary>
    public char Current => CharAt(Offset);

    public void Skip() => Offset++;

    public bool TrySkip(char expected)
    {
        if (Current != expected)
            return false;
        Offset++;
        return true;
    }

    public void SkipWhitespace()
    {
        while (Current is ' ' or '\n' or '\r' or '\t')
            Offset++;
    }

    public bool ExpectEnd()
    {
        SkipWhitespace();
        if (Offset >= text.Length)
            return true;
        Fail("the document has already ended; remove what follows");
        return false;
    }

    /// <summary>The value of the string whose opening quote is at the position; <see langword="null"/>, with a diagnostic, if it is invalid.</summary>
    public string? ReadString()
    {
        var start = ++Offset;
        while (true)
        {
            switch (Current)
            {
                case '"':
                    return pool.Get(text, start, Offset++ - start);
                case '\\':
                    return ReadEscapedString(start);
                case < ' ':
                    return FailInString(start);
                default:
                    Offset++;
                    break;
            }
        }
    }

    /// <summary>The text of a number; <see langword="null"/>, with a diagnostic, if it is invalid.</summary>
    public string? ReadNumber()
    {
        var start = Offset;
        TrySkip('-');
        var whole = Offset;
        if (!SkipDigits())
            return Fail("a digit must follow the '-'") as string;
        if (text[whole] == '0' && Offset - whole > 1)
            return Fail("a number must not have a leading zero; put it in quotes if it is a string", whole) as string;
        if (TrySkip('.') && !SkipDigits())
            return Fail("a digit must follow the '.'") as string;
        if (Current is 'e' or 'E')
        {
            Offset++;
            if (Current is '+' or '-')
                Offset++;
            if (!SkipDigits())
                return Fail("a digit must follow the exponent's 'e'") as string;
        }
        return pool.Get(text, start, Offset - start);
    }

    /// <summary>The letters at the position, at most 20 of them.</summary>
    public string ReadName()
    {
        var start = Offset;
        while (Current is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            Offset++;
        return text.Substring(start, Math.Min(Offset - start, 20));
    }

    public object? FailAtKey() => Current switch
    {
        '}' => Fail("remove the ',' before this '}'; JSON has no trailing commas"),
        '\'' => Fail("a key must be in double quotes"),
        '/' or '#' => Fail("JSON has no comments; remove it, or write the document as YAML"),
        _ => Fail("a key in double quotes is expected here"),
    };

    public object? FailAtValue(int start) => CharAt(start) switch
    {
        '}' or ']' => Fail($"remove the ',' or add the value before this '{CharAt(start)}'; JSON has no trailing commas", start),
        '\'' => Fail("a string must be in double quotes", start),
        '/' or '#' => Fail("JSON has no comments; remove it, or write the document as YAML", start),
        _ => Fail("a value is expected here: an object, an array, a string in double quotes, a number, true, false or null", start),
    };

    /// <summary>Reports an error, and returns <see langword="null"/> for the callers to return.</summary>
    public object? Fail(string message) => Fail(message, Offset);

    private object? Fail(string message, int at)
    {
        if (at >= text.Length && OpenBracket >= 0)
        {
            at = OpenBracket;
            message = $"this '{text[at]}' has no closing '{(text[at] == '{' ? '}' : ']')}'";
        }
        else if (at >= text.Length)
        {
            at = text.Length;
            message = "the document ends here, but " + message;
        }
        diagnostics.Add(new DiagnosticInfo(SpecRules.InvalidJson, lines.Location(at, Math.Min(at + 1, text.Length)), message));
        return null;
    }

    private string? FailInString(int start) => (Offset >= text.Length || Current is '\n' or '\r'
        ? Fail("the string that begins here has no closing quote on its line; write a line break as \\n", start - 1)
        : Fail($"a string cannot contain the control character U+{(int)Current:X4}; write it as \\u{(int)Current:X4}")) as string;

    private string? ReadEscapedString(int start)
    {
        var value = new StringBuilder();
        var unescaped = start;
        while (true)
        {
            switch (Current)
            {
                case '"':
                    value.Append(text, unescaped, Offset++ - unescaped);
                    return value.ToString();
                case '\\':
                    value.Append(text, unescaped, Offset - unescaped);
                    if (ReadEscape() is not { } escaped)
                        return null;
                    value.Append(escaped);
                    unescaped = Offset;
                    break;
                case < ' ':
                    return FailInString(start);
                default:
                    Offset++;
                    break;
            }
        }
    }

    private char? ReadEscape()
    {
        var start = Offset++;
        var kind = Current;
        Offset++;
        switch (kind)
        {
            case '"' or '\\' or '/': return kind;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when Offset + 4 <= text.Length
                && ushort.TryParse(text.Substring(Offset, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                Offset += 4;
                return (char)unit;
            case 'u':
                Fail("four hexadecimal digits must follow '\\u'", start);
                return null;
            default:
                Fail("a '\\' must be followed by one of \" \\ / b f n r t u; write '\\\\' for the character itself", start);
                return null;
        }
    }

    private bool SkipDigits()
    {
        var start = Offset;
        while (Current is >= '0' and <= '9')
            Offset++;
        return Offset > start;
    }

    private char CharAt(int offset) => offset < text.Length ? text[offset] : EndOfText;
}
