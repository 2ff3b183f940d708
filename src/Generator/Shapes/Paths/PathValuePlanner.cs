using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>Gives the parameters of paths their C# types and names.</summary>
internal sealed class PathValuePlanner(TypePlanner types)
{
    // Paths that have many names for a parameter gain nothing from a search through all of them.
    private const int MostNames = 8;

    private static readonly CSharpType Text = new PrimitiveType(Primitives.String);

    /// <summary>
    /// A node for each type that the parameters of its segment have, each with the operations whose paths have that type: an integer in <c>/teams/{id}</c> and
    /// a text in <c>/teams/{slug}/members</c> are two. An operation that does not declare its parameter takes part in the first.
    /// </summary>
    public IEnumerable<PathNode> SplitByType(PathNode node)
    {
        if (node.Segment!.IsLiteral)
            return [node];

        var keys = node.OperationsBelow.Select(o => KeyOf(node, o)).Where(k => k is not null).Distinct().ToList();
        return keys.Count < 2 ? [node] : keys.Select((key, i) => node.Only(o => KeyOf(node, o) is { } own ? own == key : i == 0));
    }

    /// <summary>The parameters of a node's segment, beside those that lead to it.</summary>
    public IReadOnlyList<PathValue> Plan(PathNode node, IReadOnlyList<PathValue> values)
    {
        var names = new NameScope(ReservedNames.Locals, PropertiesBelow(node));
        foreach (var value in values)
            names.Hold(value.Name);
        return node.Segment!.Parameters.Select((name, i) => Plan(node, name, i, names)).ToList();
    }

    // In a script without case a field is written like a property that leads to a child, here or further down.
    private static HashSet<string> PropertiesBelow(PathNode node)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Add(node);
        return names;

        void Add(PathNode parent)
        {
            foreach (var child in parent.Children)
            {
                if (child.Segment is { IsLiteral: true, Text: var text } && !char.IsUpper(Identifiers.Pascal(text)[0]))
                    names.Add(Identifiers.Pascal(text));
                Add(child);
            }
        }
    }

    // The first operation that describes the parameter says what it is; where none declares it, it is text.
    private PathValue Plan(PathNode node, string name, int index, NameScope names)
    {
        var operations = node.OperationsBelow.ToList();
        var called = NameOf(node, name, index, operations, names);
        var declared = operations
            .SelectMany(o => o.Parameters)
            .Where(p => p.In == ParameterLocation.Path && p.WireName == called)
            .ToList();
        var description = declared.Select(p => p.Description).FirstOrDefault(d => d is not null);
        var wanted = Identifiers.Pascal(called, declared.Select(p => p.NameOverride).FirstOrDefault(w => w is not null));
        var all = operations.Select(o => TypeOf(node, o, index)).OfType<CSharpType>();
        return new(names.Take(Identifiers.Camel(wanted)), name, ParameterTypes.OfOverload(all) ?? Text, description);
    }

    // What the first path calls it, unless that is what paths call another parameter on the way, as in /services/{id} and /services/{service_id}/keys/{id}.
    private static string NameOf(PathNode node, string name, int index, List<Operation> operations, NameScope names)
    {
        if (IsOwn(name))
            return name;
        var others = operations.Select(o => node.SegmentOf(o).Parameters[index]).Distinct(StringComparer.Ordinal).Take(MostNames);
        return others.FirstOrDefault(IsOwn) ?? name;

        bool IsOwn(string candidate) =>
            names.IsFree(Identifiers.Camel(Identifiers.Pascal(candidate)))
            && operations.TrueForAll(o => PathTemplate.Split(o.Path).Count(p => p.IsParameter && p.Text == candidate) <= (node.SegmentOf(o).Parameters[index] == candidate ? 1 : 0));
    }

    private string? KeyOf(PathNode node, Operation operation)
    {
        var all = node.Segment!.Parameters.Select((_, i) => TypeOf(node, operation, i)).ToList();
        return all.Contains(null) ? null : string.Join(",", all.Select(t => ParameterTypes.OverloadOf(t!)));
    }

    private CSharpType? TypeOf(PathNode node, Operation operation, int index)
    {
        var name = node.SegmentOf(operation).Parameters[index];
        var parameter = operation.Parameters.FirstOrDefault(p => p.In == ParameterLocation.Path && p.WireName == name);
        return parameter is null ? null : ParameterTypes.Of(types.Plan(parameter.Schema, Identifiers.Pascal(name)), parameter);
    }
}
