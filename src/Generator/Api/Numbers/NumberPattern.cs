namespace Kiln.Generator.Api.Numbers;

/// <summary>The texts that a pattern allows.</summary>
internal enum PatternTexts
{
    /// <summary>Others than numbers, or it is not known which.</summary>
    Others,

    /// <summary>Integers only.</summary>
    Integers,

    /// <summary>Numbers only.</summary>
    Numbers,
}

/// <summary>
/// Decides whether a pattern allows numbers only. Both are automata: the pattern's, which may be in several states at once, and the one that reads a number
/// character by character. If no text brings the first to its end and leaves the second outside of a number, the pattern allows nothing else.
/// </summary>
/// <remarks>A number may have leading zeros or a plus sign here, which JSON's own numbers (RFC 8259, section 6) have not: such texts are read as well.</remarks>
internal sealed class NumberPattern
{
    // Nobody describes a number at more length; the limits keep the work small whatever the document.
    private const int MaxLength = 200;
    private const int MaxParts = 1000;

    private readonly List<List<Step>> states = [[]];
    private int parts;

    private bool IsTooLarge => parts > MaxParts;

    /// <summary>The texts that a pattern allows; <see cref="PatternTexts.Others"/> for one that is not understood.</summary>
    public static PatternTexts Of(string? pattern)
    {
        if (pattern is null or { Length: > MaxLength } || PatternParser.Parse(pattern) is not { } node)
            return PatternTexts.Others;

        // A pattern may match anywhere in a text (JSON Schema, "pattern") unless its anchors forbid it.
        var automaton = new NumberPattern();
        automaton.states[0].Add(new(0, NumberCharacters.Any));
        var last = automaton.Add(node, automaton.Next(0));
        automaton.states[last].Add(new(last, NumberCharacters.Any));
        return automaton.IsTooLarge ? PatternTexts.Others : automaton.TextsUntil(last);
    }

    /// <summary>Adds the states of a part, and returns its last one.</summary>
    private int Add(PatternNode node, int first)
    {
        if (parts++ >= MaxParts)
            return first;

        switch (node)
        {
            case CharacterPattern { Characters: var characters }:
                return Next(first, characters);
            case AnchorPattern { IsStart: var isStart }:
                return Next(first, anchor: isStart ? Anchor.Start : Anchor.End);
            case SequencePattern { Parts: var sequence }:
                return sequence.Aggregate(first, (from, part) => Add(part, from));
            case ChoicePattern { Choices: var choices }:
                var ends = choices.Select(choice => Add(choice, Next(first))).ToList();
                var end = Next(ends[0]);
                foreach (var other in ends.Skip(1))
                    states[other].Add(new(end));
                return end;
            default:
                return Add((RepeatedPattern)node, first);
        }
    }

    private int Add(RepeatedPattern repeated, int first)
    {
        for (var i = 0; i < repeated.Least && !IsTooLarge; i++)
            first = Add(repeated.Part, first);

        var end = Next(first);
        if (repeated.Most is not { } most)
        {
            states[Add(repeated.Part, end)].Add(new(end));
            return Next(end);
        }
        for (var i = repeated.Least; i < most && !IsTooLarge; i++)
            states[first = Add(repeated.Part, first)].Add(new(end));
        return end;
    }

    /// <summary>A new state behind another.</summary>
    private int Next(int from, NumberCharacters characters = NumberCharacters.None, Anchor anchor = Anchor.None)
    {
        states.Add([]);
        states[from].Add(new(states.Count - 1, characters, anchor));
        return states.Count - 1;
    }

    private PatternTexts TextsUntil(int last)
    {
        var seen = new HashSet<(int State, NumberState Number, bool IsEnded)>();
        var open = new Stack<(int State, NumberState Number, bool IsEnded)>();
        Enter(0, NumberState.Start, isEnded: false);
        var texts = PatternTexts.Others;
        while (open.Count > 0)
        {
            var (state, number, isEnded) = open.Pop();
            if (state == last)
            {
                if (number is not (NumberState.Integer or NumberState.Point or NumberState.Fraction or NumberState.ExponentDigits))
                    return PatternTexts.Others;
                texts = number is NumberState.Integer && texts != PatternTexts.Numbers ? PatternTexts.Integers : PatternTexts.Numbers;
            }
            foreach (var step in states[state])
            {
                if (step.Anchor == Anchor.Start && number != NumberState.Start)
                    continue;
                if (step.Characters == NumberCharacters.None)
                    Enter(step.To, number, isEnded || step.Anchor == Anchor.End);
                for (var c = 1; c < (int)NumberCharacters.Any && !isEnded; c <<= 1)
                {
                    if ((step.Characters & (NumberCharacters)c) != 0)
                        Enter(step.To, After(number, (NumberCharacters)c), isEnded: false);
                }
            }
        }
        return texts;

        void Enter(int state, NumberState number, bool isEnded)
        {
            if (seen.Add((state, number, isEnded)))
                open.Push((state, number, isEnded));
        }
    }

    private static NumberState After(NumberState state, NumberCharacters next) => (state, next) switch
    {
        (NumberState.Start, NumberCharacters.Minus or NumberCharacters.Plus) => NumberState.Sign,
        (NumberState.Start or NumberState.Sign or NumberState.Integer, NumberCharacters.Digit) => NumberState.Integer,
        (NumberState.Start or NumberState.Sign, NumberCharacters.Point) => NumberState.LeadingPoint,
        (NumberState.Integer, NumberCharacters.Point) => NumberState.Point,
        (NumberState.LeadingPoint or NumberState.Point or NumberState.Fraction, NumberCharacters.Digit) => NumberState.Fraction,
        (NumberState.Integer or NumberState.Point or NumberState.Fraction, NumberCharacters.Exponent) => NumberState.Exponent,
        (NumberState.Exponent, NumberCharacters.Minus or NumberCharacters.Plus) => NumberState.ExponentSign,
        (NumberState.Exponent or NumberState.ExponentSign or NumberState.ExponentDigits, NumberCharacters.Digit) => NumberState.ExponentDigits,
        _ => NumberState.None,
    };

    private enum Anchor
    {
        None,
        Start,
        End,
    }

    /// <summary>Where in a number the characters so far end. Only at its start was no character read yet.</summary>
    private enum NumberState
    {
        Start,
        Sign,
        Integer,
        LeadingPoint,
        Point,
        Fraction,
        Exponent,
        ExponentSign,
        ExponentDigits,
        None,
    }

    /// <summary>A way to another state: with one of some characters, or with none.</summary>
    private readonly record struct Step(int To, NumberCharacters Characters = NumberCharacters.None, Anchor Anchor = Anchor.None);
}
