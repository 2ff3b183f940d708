using Kiln.Generator.Changes.Comparison.Schemas.Facts;

namespace Kiln.Generator.Changes.Comparison.Schemas.Pairs;

/// <summary>A schema of the old document and the one of the new document that it is compared with.</summary>
/// <param name="index">Its number among all pairs.</param>
/// <param name="old">The old schema.</param>
/// <param name="current">The new schema.</param>
/// <param name="subject">What differences are about.</param>
/// <param name="traits">What is known of the property that has the schemas.</param>
internal sealed class SchemaPair(int index, SchemaFacts old, SchemaFacts current, SubjectPath subject, IReadOnlyList<string> traits)
{
    private readonly List<PairUse> children = [];
    private readonly List<SchemaDifference> differences = [];

    public int Index => index;

    public SchemaFacts Old => old;

    public SchemaFacts Current => current;

    public SubjectPath Subject => subject;

    public IReadOnlyList<string> Traits => traits;

    /// <summary>The pairs that these schemas contain or refer to.</summary>
    public IReadOnlyList<PairUse> Children => children;

    public IReadOnlyList<SchemaDifference> Differences => differences;

    public void Add(PairUse child) => children.Add(child);

    public void Add(SchemaDifference difference) => differences.Add(difference);
}

/// <summary>A pair where another pair contains it or refers to it.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Position">Where it is, seen from the other.</param>
internal readonly record struct PairUse(SchemaPair Pair, PairPosition Position);

/// <summary>Where a pair is, seen from one that contains it.</summary>
[Flags]
internal enum PairPosition
{
    /// <summary>It is about the same value.</summary>
    Same = 0,

    /// <summary>It is about a part of the value.</summary>
    Inside = 1,

    /// <summary>It is about a part that requests do not have.</summary>
    ReadOnly = 2,

    /// <summary>It is about a part that responses do not have.</summary>
    WriteOnly = 4,
}
