using Kiln.Generator.Changes.Comparison.Schemas.Pairs;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.Comparison.Schemas;

/// <summary>
/// Finds which operations use the pairs that differ, and where. Pairs through which no difference can be reached are not visited, and operations with the same schema
/// are followed together.
/// </summary>
internal sealed class SchemaUses
{
    private readonly Dictionary<(SchemaPair Pair, Direction Direction, ChangePlaces Place, bool IsText), List<string>> roots = [];

    /// <summary>Adds an operation that uses a pair.</summary>
    public void Add(SchemaPair pair, SchemaUse use)
    {
        var key = (pair, use.Direction, use.Place, use.IsText);
        if (!roots.TryGetValue(key, out var operations))
            roots.Add(key, operations = []);
        if (use.Operation.Length > 0 && (operations.Count == 0 || operations[operations.Count - 1] != use.Operation))
            operations.Add(use.Operation);
    }

    /// <summary>The uses of the pairs that have differences, by the pair and the direction.</summary>
    public IReadOnlyDictionary<(SchemaPair Pair, Direction Direction), PairUses> Collect(IReadOnlyList<SchemaPair> pairs, CancellationToken cancellationToken)
    {
        var leads = LeadsToDifference(pairs);
        var uses = new Dictionary<(SchemaPair, Direction), PairUses>();
        var visited = new int[pairs.Count * Positions];
        var open = new Stack<(SchemaPair Pair, PairPosition Position)>();
        var number = 0;
        foreach (var root in roots)
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            open.Push((root.Key.Pair, PairPosition.Same));
            while (open.Count > 0)
            {
                var (pair, position) = open.Pop();
                ref var mark = ref visited[pair.Index * Positions + (int)position];
                if (mark == number || !leads[pair.Index])
                    continue;
                mark = number;
                if (pair.Differences.Count > 0)
                    Uses(uses, pair, root.Key.Direction).Add(root.Key.Place, position, root.Key.IsText, root.Value);
                foreach (var child in pair.Children)
                    open.Push((child.Pair, position | child.Position));
            }
        }
        return uses;
    }

    private const int Positions = 8;

    private static PairUses Uses(Dictionary<(SchemaPair, Direction), PairUses> uses, SchemaPair pair, Direction direction)
    {
        if (!uses.TryGetValue((pair, direction), out var found))
            uses.Add((pair, direction), found = new());
        return found;
    }

    private static bool[] LeadsToDifference(IReadOnlyList<SchemaPair> pairs)
    {
        var leads = new bool[pairs.Count];
        var parents = new List<SchemaPair>?[pairs.Count];
        foreach (var pair in pairs)
        {
            foreach (var child in pair.Children)
                (parents[child.Pair.Index] ??= []).Add(pair);
        }
        var open = new Stack<SchemaPair>(pairs.Where(p => p.Differences.Count > 0));
        while (open.Count > 0)
        {
            var pair = open.Pop();
            if (leads[pair.Index])
                continue;
            leads[pair.Index] = true;
            foreach (var parent in parents[pair.Index] ?? [])
                open.Push(parent);
        }
        return leads;
    }
}

/// <summary>Where a pair is used in one direction.</summary>
internal sealed class PairUses
{
    private readonly List<List<string>> operations = [];

    public ChangePlaces Places { get; private set; }

    /// <summary>Whether it is only used in parts that requests do not have.</summary>
    public bool IsReadOnly { get; private set; } = true;

    /// <summary>Whether it is only used in parts that responses do not have.</summary>
    public bool IsWriteOnly { get; private set; } = true;

    /// <summary>Whether it is only used where all values are sent as text.</summary>
    public bool IsText { get; private set; } = true;

    public EquatableArray<string> Operations => operations.SelectMany(o => o).Distinct().ToEquatableArray();

    public void Add(ChangePlaces place, PairPosition position, bool isText, List<string> users)
    {
        Places |= (position & PairPosition.Inside) != 0 ? Inside(place) : place;
        IsReadOnly &= (position & PairPosition.ReadOnly) != 0;
        IsWriteOnly &= (position & PairPosition.WriteOnly) != 0;
        IsText &= isText;
        if (operations.Count == 0 || !ReferenceEquals(operations[operations.Count - 1], users))
            operations.Add(users);
    }

    /// <summary>The places of what is inside of schemas in some places.</summary>
    public static ChangePlaces Inside(ChangePlaces places)
    {
        var inside = places & (ChangePlaces.Property | ChangePlaces.ParameterProperty | ChangePlaces.HeaderProperty);
        if ((places & ChangePlaces.Body) != 0)
            inside |= ChangePlaces.Property;
        if ((places & ChangePlaces.Parameter) != 0)
            inside |= ChangePlaces.ParameterProperty;
        if ((places & ChangePlaces.Header) != 0)
            inside |= ChangePlaces.HeaderProperty;
        return inside;
    }
}
