namespace Kiln.Generator.Api.Numbers;

/// <summary>The characters of numbers, and all others as one.</summary>
[Flags]
internal enum NumberCharacters
{
    None = 0,
    Digit = 1,
    Minus = 2,
    Plus = 4,
    Point = 8,
    Exponent = 16,
    Other = 32,
    Any = Digit | Minus | Plus | Point | Exponent | Other,
}

/// <summary>A part of a regular expression: one of the records derived from this.</summary>
internal abstract record PatternNode
{
    private protected PatternNode()
    {
    }
}

/// <summary>One of some characters.</summary>
internal sealed record CharacterPattern(NumberCharacters Characters) : PatternNode;

/// <summary><c>^</c>, or <c>$</c>.</summary>
internal sealed record AnchorPattern(bool IsStart) : PatternNode;

/// <summary>Several one after the other.</summary>
internal sealed record SequencePattern(IReadOnlyList<PatternNode> Parts) : PatternNode;

/// <summary>One of several.</summary>
internal sealed record ChoicePattern(IReadOnlyList<PatternNode> Choices) : PatternNode;

/// <summary>One several times.</summary>
/// <param name="Part">What is repeated.</param>
/// <param name="Least">How often at least.</param>
/// <param name="Most">How often at most; <see langword="null"/> for any number.</param>
internal sealed record RepeatedPattern(PatternNode Part, int Least, int? Most) : PatternNode;
