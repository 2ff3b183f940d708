using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas.Keywords;

/// <summary>
/// Compares the subschemas of <c>allOf</c>. Components that both sides have are compared by themselves. One that only one side has is a difference of its own if nothing of
/// what it says is left: otherwise it was written into the schema, or taken out of it, and the properties and keywords tell what changed.
/// </summary>
internal static class AllOfMembers
{
    private const string Keyword = "allOf";

    public static void Compare(PairComparison pair)
    {
        if (pair.Old.Members.Count == 1 && pair.Current.Members.Count == 1 && pair.Old.Separate.Count + pair.Current.Separate.Count == 0)
            return;
        CompareShared(pair);
        CompareSeparate(pair);
        CompareOthers(pair);
    }

    private static void CompareShared(PairComparison pair)
    {
        var (old, current) = (pair.Old.Members, pair.Current.Members);
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < old.Count; i++)
        {
            if (ComponentNames.Of(old[i].Schema) is { } name)
                byName[pair.Graph.Renames.NewNames.TryGetValue(name, out var renamed) ? renamed : name] = i;
        }
        for (var j = 0; j < current.Count; j++)
        {
            if (ComponentNames.Of(current[j].Schema) is not { } name || !byName.TryGetValue(name, out var i) || (IsWhole(pair.Old, i) && IsWhole(pair.Current, j)))
                continue;
            if (!pair.IsOldExplained(i) || !pair.IsNewExplained(j))
                Share(pair, i, j);
        }
    }

    private static bool IsWhole(SchemaFacts facts, int member) => facts.Schemas.Count == 1 && member == 0;

    private static void Share(PairComparison pair, int old, int current)
    {
        var (oldFacts, newFacts) = (pair.Graph.Old(pair.Old.Members[old].Schema), pair.Graph.Current(pair.Current.Members[current].Schema));
        pair.ExplainOld(old);
        pair.ExplainNew(current);
        pair.SharedMembers.Add((oldFacts, newFacts));
        pair.CompareSame(oldFacts, newFacts);
    }

    // Subschemas with conditions or unions, of which a schema may have many.
    private static void CompareSeparate(PairComparison pair)
    {
        List<SchemaFacts> old = [.. pair.Old.Separate.Where(m => !pair.IsOldExplained(m.Parent)).Select(m => pair.Graph.Old(m.Schema))];
        List<SchemaFacts> current = [.. pair.Current.Separate.Where(m => !pair.IsNewExplained(m.Parent)).Select(m => pair.Graph.Current(m.Schema))];
        if (old.Count + current.Count == 0)
            return;

        var matched = AlternativeMatcher.Match(old, current, pair.Graph.Renames);
        foreach (var (left, right) in matched.Pairs)
            pair.CompareSame(left, right, "/allOf");
        foreach (var facts in matched.Removed)
            Report(pair, ChangeAction.Removed, facts, facts.Schema.Location, pair.Current.LocationOf(Keyword));
        foreach (var facts in matched.Added)
            Report(pair, ChangeAction.Added, facts, pair.Old.LocationOf(Keyword), facts.Schema.Location);
    }

    private static void CompareOthers(PairComparison pair)
    {
        var old = Candidates(pair.Old, pair.IsOldExplained);
        var current = Candidates(pair.Current, pair.IsNewExplained);
        // A reference in place of what was written inline is compared by its content.
        if ((old.Count == 0 && IsReference(pair.Current, current)) || (current.Count == 0 && IsReference(pair.Old, old)))
            return;
        // One subschema with annotations beside it is a reference to another component than before.
        if (old.Count == 1 && current.Count == 1 && !HasOwnContent(pair.Old) && !HasOwnContent(pair.Current))
            return;

        var oldCodes = new HashSet<ulong>(old.Select(i => SchemaContent.Of(pair.Graph.Old(pair.Old.Members[i].Schema))));
        var newCodes = new HashSet<ulong>(current.Select(i => SchemaContent.Of(pair.Graph.Current(pair.Current.Members[i].Schema))));
        foreach (var i in old)
        {
            var facts = pair.Graph.Old(pair.Old.Members[i].Schema);
            if (pair.IsOldExplained(i) || newCodes.Contains(SchemaContent.Of(facts)) || IsKept(facts, pair.Current))
                continue;
            Report(pair, ChangeAction.Removed, facts, UseLocation(pair.Old, i), pair.Current.LocationOf(Keyword));
            pair.ExplainOld(i);
        }
        foreach (var i in current)
        {
            var facts = pair.Graph.Current(pair.Current.Members[i].Schema);
            if (pair.IsNewExplained(i) || oldCodes.Contains(SchemaContent.Of(facts)) || IsKept(facts, pair.Old))
                continue;
            Report(pair, ChangeAction.Added, facts, pair.Old.LocationOf(Keyword), UseLocation(pair.Current, i));
            pair.ExplainNew(i);
        }
    }

    private static List<int> Candidates(SchemaFacts facts, Func<int, bool> isExplained) =>
        [.. Enumerable.Range(0, facts.Members.Count).Where(i => facts.Members[i] is { Parent: >= 0, IsAlternative: false } && !isExplained(i) && !IsEmpty(facts.Members[i].Schema))];

    private static bool IsEmpty(SchemaNode schema) => schema.Node is SpecMap { Entries.Count: 0 };

    // {allOf: [X]} with annotations is what could be written as a reference to X (OpenAPI 3.0 has no keywords beside $ref).
    private static bool IsReference(SchemaFacts facts, List<int> candidates) =>
        candidates.Count == 1 && facts.Members.Count(m => m.Parent == 0) == 1 && facts.Members[0].Schema.Node is SpecMap map
        && map.Entries.All(e => e.Key == Keyword || PlainSchemas.IsAnnotation(e.Key)) && ComponentNames.Of(facts.Members[candidates[0]].Schema) is not null;

    private static bool HasOwnContent(SchemaFacts facts) => facts.Members.Any(m => m.Parent < 0 && (m.Schema.Properties.Count > 0 || m.Schema.Required.Count > 0));

    /// <summary>Whether the other side says some of what a subschema says.</summary>
    private static bool IsKept(SchemaFacts member, SchemaFacts other)
    {
        if (member.Properties.Names.Count > 0)
            return member.Properties.Names.Any(other.Properties.Has);
        var entries = member.Members.Select(m => m.Schema.Node).OfType<SpecMap>().SelectMany(m => m.Entries).Where(e => e.Key is not ("allOf" or "$ref")).ToList();
        var restricting = entries.Where(e => !PlainSchemas.IsAnnotation(e.Key)).ToList();
        return restricting.Count > 0
            ? restricting.Any(e => IsKept(e, member, other))
            : entries.Any(e => other.Find(e.Key) is { } value && CanonicalValue.Of(value.Node) == CanonicalValue.Of(e.Value));
    }

    private static bool IsKept(SpecEntry entry, SchemaFacts member, SchemaFacts other) => entry.Key switch
    {
        "required" => member.Required.Keys.Any(other.Required.ContainsKey),
        "type" or "x-kiln-types" => other.Types.Names is { } types && (member.Types.Names ?? []).Any(types.Contains) && member.Members.All(m => PlainSchemas.IsPlain(m.Schema)),
        "nullable" => other.AllowsNull,
        _ => other.Find(entry.Key) is not null,
    };

    private static void Report(PairComparison pair, ChangeAction action, SchemaFacts member, SourceLocation old, SourceLocation current)
    {
        var name = SchemaLabel.Of(member);
        string[] traits = member.Members.All(m => PlainSchemas.HasOnlyAnnotations(m.Schema)) ? [Traits.AnnotationOnly] : [];
        pair.Add(Aspects.AllOf, action, old, current, action == ChangeAction.Removed ? name : null, action == ChangeAction.Added ? name : null, traits);
    }

    /// <summary>The location of a member where it is a subschema, which may be a reference.</summary>
    private static SourceLocation UseLocation(SchemaFacts facts, int member)
    {
        var (schema, parent, _) = facts.Members[member];
        return (facts.Members[parent].Schema.AllOf.FirstOrDefault(part => ReferenceEquals(part.Actual, schema)) ?? schema).Location;
    }
}
