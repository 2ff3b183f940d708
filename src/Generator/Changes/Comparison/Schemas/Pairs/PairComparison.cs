using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Pairs;

/// <summary>The comparison of one pair: what is known of it so far, and where its differences go.</summary>
internal sealed class PairComparison(SchemaPair pair, PairGraph graph)
{
    private readonly bool[] oldExplained = new bool[pair.Old.Members.Count];
    private readonly bool[] newExplained = new bool[pair.Current.Members.Count];

    public SchemaPair Pair => pair;

    public PairGraph Graph => graph;

    public SchemaFacts Old => pair.Old;

    public SchemaFacts Current => pair.Current;

    /// <summary>The pairs of subschemas of <c>allOf</c> that are compared by themselves.</summary>
    public List<(SchemaFacts Old, SchemaFacts Current)> SharedMembers { get; } = [];

    /// <summary>Marks a member of the old schema, and what is merged through it: its own comparison, or one difference, tells what happened to it.</summary>
    public void ExplainOld(int member) => Explain(pair.Old.Members, oldExplained, member);

    /// <summary>The same for the new schema.</summary>
    public void ExplainNew(int member) => Explain(pair.Current.Members, newExplained, member);

    public bool IsOldExplained(int member) => oldExplained[member];

    public bool IsNewExplained(int member) => newExplained[member];

    /// <summary>Whether a difference between two values is told elsewhere.</summary>
    public bool IsExplained(KeywordValue? old, KeywordValue? current) =>
        (old is null || oldExplained[old.Value.Member]) && (current is null || newExplained[current.Value.Member]);

    /// <summary>Adds a difference of the pair itself, at the locations of a keyword.</summary>
    public void Add(string aspect, ChangeAction action, string keyword, string? oldValue, string? newValue, params string[] traits) =>
        Add(aspect, action, Old.LocationOf(keyword), Current.LocationOf(keyword), oldValue, newValue, traits);

    /// <summary>Adds a difference of the pair itself.</summary>
    public void Add(string aspect, ChangeAction action, SourceLocation? old, SourceLocation? current, string? oldValue, string? newValue, params string[] traits) =>
        pair.Add(new SchemaDifference(aspect, action, pair.Subject.Text)
        {
            Old = old,
            New = current,
            OldValue = oldValue,
            NewValue = newValue,
            OldPointer = Old.Schema.Pointer,
            NewPointer = Current.Schema.Pointer,
            Traits = traits.Length == 0 ? pair.Traits : [.. pair.Traits, .. traits],
        });

    /// <summary>Compares two subschemas about the same value.</summary>
    public void CompareSame(SchemaFacts old, SchemaFacts current, string segment = "") => Compare(old, current, segment, PairPosition.Same, []);

    /// <summary>Compares two subschemas about a part of the value.</summary>
    public void CompareInside(SchemaNode old, SchemaNode current, string segment) => Compare(graph.Old(old), graph.Current(current), segment, PairPosition.Inside, []);

    public void Compare(SchemaFacts old, SchemaFacts current, string segment, PairPosition position, IReadOnlyList<string> traits)
    {
        if (graph.Pair(old, current, pair.Subject.With(segment), traits) is { } child && !ReferenceEquals(child, pair))
            pair.Add(new PairUse(child, position));
    }

    /// <summary>A value as it is told; <see langword="null"/> for none.</summary>
    public static string? Shown(KeywordValue? value) => value is { } found ? CanonicalValue.Shown(found.Node) : null;

    private static void Explain(IReadOnlyList<SchemaMember> members, bool[] explained, int member)
    {
        // Subschemas come after what they are subschemas of.
        explained[member] = true;
        for (var i = member + 1; i < members.Count; i++)
        {
            if (members[i].Parent >= 0 && explained[members[i].Parent])
                explained[i] = true;
        }
    }
}
