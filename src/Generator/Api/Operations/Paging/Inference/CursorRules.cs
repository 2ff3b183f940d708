using Kiln.Generator.Api.Operations.Terms;

namespace Kiln.Generator.Api.Operations.Inference;

/// <summary>Pairs of an input and a place of the body that services use for cursors.</summary>
internal static class CursorRules
{
    private const string Plain = "cursor";

    // Names that Words.Key makes comparable. A name with slashes is that of the last properties of a path.
    private static readonly CursorPair[] Pairs =
    [
        new("Kubernetes continue", ["continue"], ["metadata/continue"]) { FirstPageOnly = ["resourceVersion", "resourceVersionMatch"] },
        new("Slack cursor", ["cursor"], ["responsemetadata/nextcursor"]),
        new("AIP-158 page token", ["pagetoken"], ["nextpagetoken"]),
        new(Plain, ["cursor", "nextcursor", "pagecursor", "startcursor", "after", "aftercursor", "cursortoken"], ["nextcursor", "nextpagecursor", "cursors/next"]) { IsEnvelopeOnly = true },
        new(Plain, ["nexttoken", "token"], ["nexttoken"]),
        new(Plain, ["nextpagetoken", "token"], ["nextpagetoken"]),
        new(Plain, ["continuationtoken", "continuation"], ["continuationtoken", "nextcontinuationtoken", "continuation"]),
        new(Plain, ["marker", "startmarker", "keymarker"], ["nextmarker", "nextkeymarker"]),
        new(Plain, ["bookmark"], ["bookmark", "nextbookmark"]),
        new(Plain, ["after", "aftercursor"], ["paging/next/after", "cursors/after", "cursor/after", "pageinfo/endcursor", "endcursor", "nextafter"]),
        new("last id", ["after", "afterid", "startafter"], ["lastid"]) { NeedsHasMore = true },
        new("next_page", ["page"], ["nextpage"]),
        new(Plain, ["after", "cursor"], ["next"]) { IsOfCursors = true },
        new(Plain, ["cursor"], ["cursor"]) { IsOfCursors = true, NeedsNext = true, Confidence = Confidence.Medium },
        new(Plain, ["offset"], ["offset"]) { IsOfText = true, NeedsNext = true, Confidence = Confidence.Medium },
    ];

    private static readonly HashSet<string> AllInputs = new(Pairs.SelectMany(p => p.Inputs), StringComparer.Ordinal);

    /// <summary>The contracts that fit: several where the operation has several pairs.</summary>
    public static IEnumerable<PagingGuess> Find(PageFacts facts)
    {
        if (!facts.Inputs.Any(i => AllInputs.Contains(i.Key)))
            yield break;

        // Of the pairs that share an input or a place, the first is the most specific.
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in Pairs)
        {
            foreach (var (input, output) in pair.Matches(facts))
            {
                if (used.Contains(input.Place) || used.Contains(output.Pointer) || Guess(facts, pair, input, output) is not { } guess)
                    continue;
                used.Add(input.Place);
                used.Add(output.Pointer);
                yield return guess;
            }
        }
    }

    private static PagingGuess? Guess(PageFacts facts, CursorPair pair, PageInputFact input, PageField output)
    {
        var more = PageParts.HasMore(facts, output.Container);
        if ((pair.NeedsHasMore && more is null) || ItemsRule.Find(facts, output.Container, allowScalars: true) is not { } items)
            return null;

        var terms = new PagingTerms().WithInput(PagingKeys.Cursor, input)
            .With(PagingKeys.NextCursor, output.Pointer)
            .With(PagingKeys.HasMore, more?.Pointer)
            .WithItems(facts, items, output.Container)
            .With(PagingKeys.FirstPageOnly, [.. pair.FirstPageOnly.Where(p => facts.Inputs.Any(i => i.Parameter?.WireName == p))]);
        return new(pair.Rule, pair.Confidence, terms);
    }
}

/// <summary>Names of an input and of places of the body that belong together.</summary>
/// <param name="Rule">What the rule is called.</param>
/// <param name="Inputs">Names of the input.</param>
/// <param name="Outputs">Names of the place.</param>
internal sealed record CursorPair(string Rule, string[] Inputs, string[] Outputs)
{
    public Confidence Confidence { get; init; } = Confidence.High;

    /// <summary>Whether the body must say whether there is more: the last page has a key too.</summary>
    public bool NeedsHasMore { get; init; }

    /// <summary>Whether the description of the place must say that it is a cursor, and not a URL.</summary>
    public bool IsOfCursors { get; init; }

    /// <summary>Whether both must be texts: numbers under these names are something else.</summary>
    public bool IsOfText { get; init; }

    /// <summary>Whether the description of the place must say that it leads to the next page.</summary>
    public bool NeedsNext { get; init; }

    /// <summary>Whether the place must be a property of the body, or of an object about the page.</summary>
    public bool IsEnvelopeOnly { get; init; }

    /// <summary>Parameters that the service refuses beside a cursor.</summary>
    public string[] FirstPageOnly { get; init; } = [];

    /// <summary>The inputs and places of an operation that have these names and values of one type.</summary>
    public IEnumerable<(PageInputFact Input, PageField Output)> Matches(PageFacts facts) =>
        from input in facts.InputsNamed(Inputs)
        from output in facts.Fields
        where Outputs.Any(output.Is) && (output.IsInEnvelope || (!IsEnvelopeOnly && PageParts.HasPagingInput(facts)))
        where (input.IsText && output.IsText) || (!IsOfText && input.IsInteger && output.IsInteger)
        let isCalledCursor = Words.Mentions(output.Description, "cursor", "token")
        where isCalledCursor ? !Words.Mentions(output.Description, "url") : !IsOfCursors && !Words.Mentions(output.Description, "url", "uri", "link")
        where !NeedsNext || Words.Mentions(output.Description, "next", "subsequent", "following")
        select (input, output);
}
