using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Operations.Inference;
using Kiln.Generator.Api.Operations.Terms;
using Kiln.Generator.Tests.Corpus;

namespace Kiln.Generator.Tests.PagingContracts;

/// <summary>What inference says of the operations of the public documents.</summary>
internal sealed class PagingSurvey
{
    private PagingSurvey(IReadOnlyList<SurveyedOperation> operations) => Operations = operations;

    /// <summary>The operations that have pages, or an input for pages.</summary>
    public IReadOnlyList<SurveyedOperation> Operations { get; }

    public static PagingSurvey Of(IEnumerable<string> documents) => new([.. documents.SelectMany(In)]);

    /// <summary>The rows of the tables of the page.</summary>
    public IEnumerable<string> Rows()
    {
        var inferred = Operations.Where(o => o.Guess is not null).ToList();
        yield return "| rule | confidence | operations | documents |";
        yield return "|---|---|---|---|";
        foreach (var rule in inferred.GroupBy(o => (o.Guess!.Rule, o.Guess.Confidence)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Rule, StringComparer.Ordinal))
            yield return $"| {rule.Key.Rule} | {rule.Key.Confidence.ToString().ToLowerInvariant()} | {rule.Count()} | {string.Join(", ", rule.Select(o => o.ShortName).Distinct().Order(StringComparer.OrdinalIgnoreCase))} |";
        yield return $"| all | | {inferred.Count} | {inferred.Select(o => o.Document).Distinct().Count()} documents |";
        yield return "";
        var gets = Operations.Where(o => o.Operation.Method == "GET").ToList();
        yield return $"| of {gets.Count} GET operations with a JSON response and an input for pages | |";
        yield return "|---|---|";
        yield return $"| inferred | {gets.Count(o => o.Guess is not null)} |";
        foreach (var reason in gets.Where(o => o.Guess is null).GroupBy(o => o.Reason).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            yield return $"| {reason.Key} | {reason.Count()} |";
    }

    private static IEnumerable<SurveyedOperation> In(string document)
    {
        if (CorpusRun.ReadApi(document).Api is not { } api)
            yield break;
        var schemas = new SchemaTargets(api.Schemas);
        foreach (var operation in api.Operations)
        {
            if (PageFacts.Of(operation, schemas) is not { } facts)
                continue;
            var guess = operation.Paging is { IsInferred: true } ? PagingInference.Infer(facts) : null;
            if (guess is not null || PageParts.HasPagingInput(facts))
                yield return new(document, operation, guess, guess is null ? ReasonOf(facts) : "");
        }
    }

    private static string ReasonOf(PageFacts facts) =>
        facts.Operation.Path.EndsWith("/$count", StringComparison.Ordinal) ? "not: a path `/$count`, which has a number"
        : ItemsRule.Find(facts, allowScalars: true) is null ? "not: no list in the body, or several"
        : PageParts.HasCursorInput(facts) ? "not: an input for a cursor, and no place that has the next one"
        : facts.InputsNamed("page", "pagenumber", "pageindex", "offset", "skip", "startindex", "startat").Any() ? "not: a number, and nothing that says where it begins or ends"
        : "not: a page size alone";
}

/// <summary>An operation of a public document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Guess">What is inferred; <see langword="null"/> for nothing.</param>
/// <param name="Reason">Why nothing is.</param>
internal sealed record SurveyedOperation(string Document, Operation Operation, PagingGuess? Guess, string Reason)
{
    /// <summary>The document, as people call it.</summary>
    public string ShortName => Document.Split('/')[0].Split("__") is [var owner, var name]
        ? owner is "github" or "kubernetes" or "openai" or "slack" or "spotify" or "twilio" or "digitalocean" ? owner : Path.GetFileNameWithoutExtension(name)
        : Document;
}
