namespace Kiln.Generator.Tests.Changes.Rules;

/// <summary>Two documents that differ in one way, and what must be found.</summary>
/// <param name="Id">The id that must be among those of a finding: one of oasdiff's, or for what only Kiln finds, the rule with the slot, as in <c>not-added requestProperty</c>.</param>
/// <param name="OldText">The document before the change.</param>
/// <param name="NewText">The document after it.</param>
internal sealed record RulePair(string Id, string OldText, string NewText)
{
    /// <summary>The rule of Kiln that must find it.</summary>
    public required string Rule { get; init; }

    /// <summary>The slot of the template where the documents differ.</summary>
    public required string Slot { get; init; }

    /// <summary>Other rules that the same change concerns.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Ids of other pairs that the same change has as well.</summary>
    public IReadOnlyList<string> AlsoIds { get; init; } = [];

    /// <summary>Whether the change in the opposite direction is of the same kind, as a changed type is.</summary>
    public bool SameKindReversed { get; init; }

    /// <summary>Whether it is one that oasdiff knows too.</summary>
    public bool IsKnown => KnownIds.Levels.ContainsKey(Id);

    /// <summary>Whether it is about the version of the API.</summary>
    public bool IsOfVersion => Rule.Contains("version", StringComparison.Ordinal);

    public override string ToString() => Id;
}
