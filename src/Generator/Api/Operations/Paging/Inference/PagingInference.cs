using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Api.Operations.Inference;

/// <summary>
/// Infers how an operation pages where the document does not say it. The rules are asked in an order, the most specific ones first, and the first that fits is
/// taken. Where a rule fits in two ways, nothing is inferred: no method is better than one that walks wrongly.
/// </summary>
internal static class PagingInference
{
    private static readonly Func<PageFacts, IEnumerable<PagingGuess>>[] Rules =
    [
        CursorRules.Find,
        NextLinkRules.FindInBody,
        NextLinkRules.FindInHeader,
        NumberRules.FindLastItem,
        NumberRules.FindOffset,
        NumberRules.FindPageNumber,
    ];

    // A link is requested with GET.
    private static readonly Func<PageFacts, IEnumerable<PagingGuess>>[] RulesOfSearches = [CursorRules.Find, NumberRules.FindOffset, NumberRules.FindPageNumber];

    /// <summary>Whether a contract is looked for at all, for which the facts are not needed.</summary>
    public static bool IsFor(Operation operation) => operation.Method == "GET" || (operation.Method == "POST" && IsSearch(operation));

    /// <summary>The contract of an operation that rules are for; <see langword="null"/> if no rule fits, or one in two ways.</summary>
    public static PagingGuess? Infer(PageFacts facts)
    {
        // Every rule needs items.
        if (facts.Body is not ArraySchema && !facts.Fields.Any(f => f.Schema is ArraySchema))
            return null;

        var isGet = facts.Operation.Method == "GET";
        foreach (var rule in isGet ? Rules : RulesOfSearches)
        {
            switch (rule(facts).ToList())
            {
                case [var only]:
                    return isGet || only.Confidence == Confidence.High ? only : null;
                case { Count: > 1 }:
                    return null;
            }
        }
        return null;
    }

    // A POST that creates something must not be sent again and again, and a stream can be sent once.
    private static bool IsSearch(Operation operation)
    {
        if (operation.Body is { } body && body.Contents.Any(c => !(MediaTypes.KindOf(c.MediaType) == BodyKind.Json || MediaTypes.IsForm(c.MediaType))))
            return false;
        var last = operation.Path.Split('/').LastOrDefault(s => s.Length > 0) ?? "";
        return new[] { last, operation.Id ?? "" }.Any(n => Words.Parts(n).Any(p => p is "search" or "query" or "list" or "find" or "filter" or "scan" or "lookup"));
    }
}
