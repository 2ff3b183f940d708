using Kiln.Generator.Api;
using Kiln.Generator.Changes;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Comparison.Structure;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Rules;

/// <summary>A difference with what the rules say of it.</summary>
internal sealed record PairFinding(Difference Difference, ClassifiedChange Change)
{
    public bool HasId(RulePair pair) => pair.IsKnown ? Change.Aliases.Contains(pair.Id) : Change.Id == pair.Rule;

    public override string ToString() =>
        $"{Change.Severity} {Change.Id} [{string.Join(", ", Change.Aliases)}] {Difference.Subject}: {Change.Message} ({Difference.Direction}, {Difference.Places}, {string.Join("+", Difference.Traits)})";
}

/// <summary>Compares documents of pairs, without making their SDKs.</summary>
internal static class PairFindings
{
    // The dates of the pairs are far from it.
    private static readonly LifecycleTerms Terms = new(new DateTime(2026, 1, 1));

    public static IReadOnlyList<PairFinding> Of(RulePair pair) => Of(pair.OldText, pair.NewText, pair.IsOfVersion);

    /// <summary>The findings of the pair the other way round.</summary>
    public static IReadOnlyList<PairFinding> Reversed(RulePair pair) => Of(pair.NewText, pair.OldText, pair.IsOfVersion);

    /// <summary>The findings of any two documents, of which one may be no document at all.</summary>
    public static IReadOnlyList<PairFinding> Of(string oldText, string newText) => Of(oldText, newText, withVersion: false);

    // Nearly all pairs are of one version of an API, which is told of each breaking change; only pairs about that are to give it.
    private static IReadOnlyList<PairFinding> Of(string oldText, string newText, bool withVersion)
    {
        if (Read("old.yaml", oldText) is not { } old || Read("new.yaml", newText) is not { } current)
            return [];

        var findings = DocumentComparer.Compare(old, current, Terms, TestContext.Current.CancellationToken).Select(Classify).ToList();
        var isBreaking = findings.Exists(f => f.Change.Severity == FindingSeverity.Breaking);
        return withVersion && isBreaking ? [.. findings, .. InfoComparer.NotBumped(old, current, isBreaking).Select(Classify)] : findings;
    }

    private static PairFinding Classify(Difference difference) => new(difference, ChangeRules.Classify(difference));

    private static SdkVersion? Read(string file, string text)
    {
        var spec = SpecReader.Read(SpecSource.Of(new SpecText(file, text), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        if (spec.Value is null || spec.HasErrors)
            return null;

        var api = ApiReader.Read(spec.Value, TestContext.Current.CancellationToken);
        return api.Value is null || api.HasErrors ? null : new(spec.Value, api.Value, [], []);
    }
}
