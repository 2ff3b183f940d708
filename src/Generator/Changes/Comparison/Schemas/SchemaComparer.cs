using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Schemas.Facts;
using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Schemas;

/// <summary>Compares the schemas of two documents. A pair of schemas is compared once for each direction, however many operations use it.</summary>
internal sealed class SchemaComparer
{
    private readonly ComparisonContext context;
    private readonly SchemaLimits limits;
    private readonly SchemaFactsSource old;
    private readonly SchemaFactsSource current;
    private readonly ComponentRenames renames;
    private readonly PairGraph graph;
    private readonly SchemaUses uses = new();

    public SchemaComparer(ComparisonContext context)
        : this(context, SchemaLimits.Usual)
    {
    }

    public SchemaComparer(ComparisonContext context, SchemaLimits limits)
    {
        (this.context, this.limits) = (context, limits);
        old = new(context.OldNodes, limits);
        current = new(context.CurrentNodes, limits);
        renames = new(old, current);
        graph = new(old, current, renames, context.Terms, limits);
    }

    /// <summary>The components with another name and the same content, by the old name; all of them after <see cref="Complete"/>.</summary>
    public IReadOnlyDictionary<string, string> RenamedComponents => renames.NewNames;

    /// <summary>The pointers of the schemas of the old document that were compared with something, or are part of what was; all of them after <see cref="Complete"/>.</summary>
    public IEnumerable<string> ComparedInOld => graph.Pairs.Where(p => !IsReplaced(p)).SelectMany(p => p.Old.Members).Select(m => m.Schema.Pointer);

    /// <summary>The same of the new document.</summary>
    public IEnumerable<string> ComparedInCurrent => graph.Pairs.Where(p => !IsReplaced(p)).SelectMany(p => p.Current.Members).Select(m => m.Schema.Pointer);

    // A component in place of another one that says something else: the one went, or the other one came.
    private bool IsReplaced(SchemaPair pair) =>
        pair.Old.Component is { } before && pair.Current.Component is { } after && before != after && (!renames.NewNames.TryGetValue(before, out var renamed) || renamed != after)
        && SchemaContent.Of(pair.Old) != SchemaContent.Of(pair.Current);

    /// <summary>Compares two schemas for one use.</summary>
    /// <param name="old">The schema or reference of the old document; <see langword="null"/> for none, which is reported by who calls this.</param>
    /// <param name="current">The same of the new document.</param>
    /// <param name="use">Where they are used.</param>
    public void Compare(PointedNode? old, PointedNode? current, SchemaUse use)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (old is { Node: SpecMap } before && current is { Node: SpecMap } after
            && graph.Pair(this.old.Of(context.OldNodes.Schema(before)), this.current.Of(context.CurrentNodes.Schema(after)), new(use.Subject, IsComponent: false, ""), []) is { } pair)
            uses.Add(pair, use);
    }

    /// <summary>Adds the differences to the context, each with all its uses. It is called once, after all uses were compared.</summary>
    public void Complete()
    {
        ComparePairs(from: 0);
        var used = graph.Pairs.Count;
        PairUnusedComponents();
        ComparePairs(used);
        renames.AddUnused();

        var collected = uses.Collect(graph.Pairs, context.CancellationToken);
        foreach (var pair in graph.Pairs)
        {
            foreach (var direction in new[] { Direction.Request, Direction.Response, Direction.None })
            {
                if (collected.TryGetValue((pair, direction), out var found))
                    Add(pair, direction, found);
            }
        }
        foreach (var rename in renames.NewNames)
            Add(rename.Key, rename.Value);
        ReachedLimits.Report(context, graph, old, current, limits);
    }

    // Comparing a pair finds further ones.
    private void ComparePairs(int from)
    {
        for (var i = from; i < graph.Pairs.Count; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            PairComparer.Compare(graph.Pairs[i], graph);
        }
    }

    // No operation needs them, but they are types of the SDK.
    private void PairUnusedComponents()
    {
        var (old, current) = (new HashSet<string>(ComparedInOld, StringComparer.Ordinal), new HashSet<string>(ComparedInCurrent, StringComparer.Ordinal));
        foreach (var schema in context.OldNodes.ComponentSchemas.Where(s => !(old.Contains(s.Pointer) || old.Contains(s.Actual.Pointer)) || !current.Contains(s.Pointer)))
        {
            if (JsonPointer.Find(context.Current.Spec.Root, schema.Pointer) is { } counterpart && JsonPointer.Find(context.Old.Spec.Root, schema.Pointer) is { } node)
                Compare(new(node, schema.Pointer), new(counterpart, schema.Pointer), new(Direction.None, ChangePlaces.None, schema.Pointer, ""));
        }
    }

    private void Add(SchemaPair pair, Direction direction, PairUses found)
    {
        var operations = found.Operations;
        foreach (var difference in pair.Differences)
        {
            context.Add(new Difference(difference.Aspect, difference.Action, direction, difference.IsInside ? PairUses.Inside(found.Places) : found.Places, difference.Subject)
            {
                OldValue = difference.OldValue,
                NewValue = difference.NewValue,
                Old = difference.Old,
                New = difference.New,
                OldPointer = difference.OldPointer,
                NewPointer = difference.NewPointer,
                Operations = operations,
                Traits = TraitsOf(difference, found),
            });
        }
    }

    private static Collections.EquatableArray<string> TraitsOf(SchemaDifference difference, PairUses found)
    {
        List<string> traits = [.. difference.Traits];
        if (difference.Aspect is Aspects.ReadOnly or Aspects.WriteOnly)
            return [.. traits];
        if (found.IsReadOnly && !traits.Contains(Traits.ReadOnly))
            traits.Add(Traits.ReadOnly);
        if (found.IsWriteOnly && !traits.Contains(Traits.WriteOnly))
            traits.Add(Traits.WriteOnly);
        if (found.IsText && difference.Aspect == Aspects.Type)
            traits.Add(Traits.TextOnly);
        return [.. traits];
    }

    private void Add(string oldName, string newName)
    {
        var (oldFacts, newFacts) = (renames.OldFacts(oldName), renames.NewFacts(newName));
        context.Add(new Difference(Aspects.SchemaComponent, ChangeAction.Renamed, Direction.None, ChangePlaces.None, newName)
        {
            OldValue = oldName,
            NewValue = newName,
            Old = oldFacts.Schema.Location,
            New = newFacts.Schema.Location,
            OldPointer = oldFacts.Schema.Pointer,
            NewPointer = newFacts.Schema.Pointer,
        });
    }
}
