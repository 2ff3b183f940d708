using System.Globalization;

namespace Kiln.Generator.Api.Numbers;

/// <summary>Parses the regular expressions that describe numbers: characters, classes, groups, alternatives, quantifiers and anchors.</summary>
internal sealed class PatternParser
{
    private readonly string text;
    private int position;

    private PatternParser(string text) => this.text = text;

    private bool IsAtEnd => position == text.Length;

    /// <summary>The expression; <see langword="null"/> for one that uses anything else, such as a negated class or a look-ahead.</summary>
    public static PatternNode? Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        var choice = parser.Choice();
        return parser.IsAtEnd ? choice : null;
    }

    /// <summary>The characters that stand for one.</summary>
    public static NumberCharacters KindOf(char c) => c switch
    {
        >= '0' and <= '9' => NumberCharacters.Digit,
        '-' => NumberCharacters.Minus,
        '+' => NumberCharacters.Plus,
        '.' => NumberCharacters.Point,
        'e' or 'E' => NumberCharacters.Exponent,
        _ => NumberCharacters.Other,
    };

    private PatternNode? Choice()
    {
        var choices = new List<PatternNode>();
        do
        {
            if (Sequence() is not { } sequence)
                return null;
            choices.Add(sequence);
        }
        while (Take('|'));
        return choices.Count == 1 ? choices[0] : new ChoicePattern(choices);
    }

    private SequencePattern? Sequence()
    {
        var parts = new List<PatternNode>();
        while (!IsAtEnd && text[position] is not ('|' or ')'))
        {
            if (Atom() is not { } atom || Quantified(atom) is not { } part)
                return null;
            parts.Add(part);
        }
        return new(parts);
    }

    private PatternNode? Atom()
    {
        var c = text[position++];
        return c switch
        {
            '^' => new AnchorPattern(IsStart: true),
            '$' => new AnchorPattern(IsStart: false),
            '.' => new CharacterPattern(NumberCharacters.Any),
            '(' => Group(),
            '[' => Class() is { } characters ? new CharacterPattern(characters) : null,
            '\\' => Escaped() is { } characters ? new CharacterPattern(characters) : null,
            '*' or '+' or '?' or '{' or '}' or ']' or ')' => null,
            _ => new CharacterPattern(KindOf(c)),
        };
    }

    private PatternNode? Group()
    {
        if (Take('?') && !Take(':'))
            return null;
        var choice = Choice();
        return Take(')') ? choice : null;
    }

    // A letter or digit behind a backslash has a meaning of its own; any other character is itself.
    private NumberCharacters? Escaped()
    {
        if (IsAtEnd)
            return null;
        var c = text[position++];
        return c == 'd' ? NumberCharacters.Digit : char.IsLetterOrDigit(c) ? null : KindOf(c);
    }

    private NumberCharacters? Class()
    {
        var all = NumberCharacters.None;
        while (!Take(']'))
        {
            if (IsAtEnd || text[position] is '^' or '[')
                return null;
            var isEscaped = text[position] == '\\';
            var first = text[position++];
            if (isEscaped)
            {
                if (Escaped() is not { } characters)
                    return null;
                all |= characters;
                continue;
            }
            all |= position + 1 < text.Length && text[position] == '-' && text[position + 1] is not (']' or '\\')
                ? Range(first, text[(position += 2) - 1])
                : KindOf(first);
        }
        return all;
    }

    private static NumberCharacters Range(char first, char last)
    {
        const int Ascii = 128;
        var all = last >= Ascii ? NumberCharacters.Other : NumberCharacters.None;
        for (int c = first; c <= last && c < Ascii; c++)
            all |= KindOf((char)c);
        return all;
    }

    private PatternNode? Quantified(PatternNode atom)
    {
        if (IsAtEnd || text[position] is not ('*' or '+' or '?' or '{'))
            return atom;
        if (atom is AnchorPattern)
            return null;

        var repeated = text[position++] switch
        {
            '*' => new RepeatedPattern(atom, 0, null),
            '+' => new RepeatedPattern(atom, 1, null),
            '?' => new RepeatedPattern(atom, 0, 1),
            _ => Counted(atom),
        };
        // A lazy quantifier takes the same texts; what else follows one has another meaning.
        if (repeated is not null)
            Take('?');
        return IsAtEnd || text[position] is not ('*' or '+' or '?' or '{') ? repeated : null;
    }

    // {3}, {1,} or {1,19}
    private RepeatedPattern? Counted(PatternNode atom)
    {
        if (Number() is not { } least)
            return null;
        int? most = least;
        if (Take(','))
            most = Number();
        return Take('}') && !(most < least) ? new(atom, least, most) : null;
    }

    private int? Number()
    {
        var start = position;
        while (!IsAtEnd && text[position] is >= '0' and <= '9')
            position++;
        return int.TryParse(text.Substring(start, position - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private bool Take(char c)
    {
        if (IsAtEnd || text[position] != c)
            return false;
        position++;
        return true;
    }
}
