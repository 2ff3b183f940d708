using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Calls.Streams;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>Names the builders of a tree of paths, each in a namespace of its own.</summary>
internal sealed class BuilderPlanner(NameCatalog catalog, PathValuePlanner pathValues, CallPlanner calls, OperationNames operationNames, IReadOnlyCollection<string> taken)
{
    private const string Ending = "RequestBuilder";
    private const string By = "By";

    /// <summary>Plans the client and every builder below it.</summary>
    public BuilderPlan PlanClient(PathNode root, TypeName client) => Plan(root, client, OperationNames.SubjectOf(client), []);

    // Public methods are named before the properties that lead to children, and private fields last.
    private BuilderPlan Plan(PathNode node, TypeName name, string subject, IReadOnlyList<PathValue> values)
    {
        var named = new List<string>();
        var members = new NameScope(ReservedNames.ObjectMembers, ReservedNames.BuilderMembers, taken, [name.Name, .. values.Select(v => v.Name)], named);
        PromiseNames(node, name.Namespace);
        var names = CallNames.Take(node.Operations, members);
        var plans = PlanCalls(node, name.Namespace, names, values);
        // These are named in expressions, where a member of the builder would be found first.
        named.AddRange(plans.SelectMany(c => NamedInExpressions(c[0])).Select(t => t.Name));

        var children = PlanChildren(node, name, subject, values, members);
        return new(name, FullPathOf(node), values, [.. plans.SelectMany(WithFields)], children);

        IEnumerable<CallPlan> WithFields(IReadOnlyList<CallPlan> bodies)
        {
            var fields = CallFields.Of(bodies[0].Name, bodies[0].Streams.Select(s => s.Method), members);
            return bodies.Select(c => c with { Fields = fields, Streams = StreamPlanner.WithFields(c.Streams, fields.Streams) });
        }
    }

    private static IEnumerable<TypeName> NamedInExpressions(CallPlan call) =>
    [
        .. call.Errors.SelectMany(e => e.Bodies).Select(b => b.Exception?.Name).OfType<TypeName>(),
        .. call.Others.Select(o => o.Response).Prepend(call.Response).Select(r => r.Result?.Name).OfType<TypeName>(),
    ];

    // Parameters in one place are one, whatever each path calls them; here are the names that belong together.
    private static string FullPathOf(PathNode node) => node.Segment is null ? node.Prefix : node.PathOf(node.OperationsBelow.First());

    // In an order of their own, so that no type is named by the order of the methods in the document.
    private IReadOnlyList<CallPlan>[] PlanCalls(PathNode node, string @namespace, IReadOnlyList<CallNames> names, IReadOnlyList<PathValue> values)
    {
        var plans = new IReadOnlyList<CallPlan>[node.Operations.Count];
        foreach (var (operation, index) in node.Operations.Select((o, i) => (o, i)).OrderBy(o => o.o.Path, StringComparer.Ordinal).ThenBy(o => o.o.Method, StringComparer.Ordinal))
            plans[index] = calls.Plan(operation, @namespace, operationNames[operation], names[index], values);
        return plans;
    }

    // Names that the document chose are kept for what it chose them for, which may be named last.
    private void PromiseNames(PathNode node, string @namespace)
    {
        foreach (var operation in node.Operations)
        {
            if (operation.QueryNameOverride is { } query)
                catalog.Promise(@namespace, query);
            if (operation.HeaderParametersNameOverride is { } headers)
                catalog.Promise(@namespace, headers);
        }
        foreach (var child in node.Children)
        {
            if (child.PinnedName is { } pinned)
                catalog.Promise(@namespace, pinned);
        }
    }

    private List<ChildPlan> PlanChildren(PathNode node, TypeName parent, string subject, IReadOnlyList<PathValue> values, NameScope members)
    {
        // Of several indexers the first is the plain one, the others say the name of their parameter.
        var nodes = node.Children.SelectMany(pathValues.SplitByType).ToList();
        var items = nodes.Where(n => n.Segment!.IsItem).ToList();
        var named = nodes.Where(n => !n.Segment!.IsItem).ToList();

        var plans = new Dictionary<PathNode, ChildPlan>();
        foreach (var item in items)
        {
            var word = Identifiers.Chosen(item.NameOverride);
            var by = Identifiers.Chosen(item.PinnedName) ?? (item == items[0] ? "Item" : By + Identifiers.Pascal(item.Segment!.Parameters[0]));
            plans.Add(item, PlanChild(item, "", word ?? by, word ?? subject + by, parent, values));
        }
        foreach (var (index, word) in NameGroup.InOrder([.. named.Select(Wanted)]))
        {
            var child = named[index];
            var own = IsMethod(child) ? word.Substring(By.Length) : word;
            plans.Add(child, PlanChild(child, members.Take(members.IsTaken(word) ? word + "Path" : word, "Path"), own, own, parent, values));
        }
        return [.. nodes.OrderBy(n => n.Order).Select(n => plans[n])];
    }

    private static WantedName Wanted(PathNode node)
    {
        var wanted = WantedName.Of(node.Segment!.Text, node.NameOverride ?? node.PinnedName);
        return IsMethod(node) ? wanted.In(name => By + name) : wanted;
    }

    // A segment with a parameter among other text, such as {name}.json, is a method: ByNameJson(name).
    private static bool IsMethod(PathNode node) => !node.Segment!.IsLiteral && node.NameOverride is null;

    private ChildPlan PlanChild(PathNode child, string member, string word, string subject, TypeName parent, IReadOnlyList<PathValue> values)
    {
        var @namespace = catalog.AddChildNamespace(parent.Namespace, word, child.NameOverride is not null || child.PinnedName is not null);
        var name = catalog.AddType(@namespace, subject + Ending, "");
        var newValues = pathValues.Plan(child, values);
        var builder = Plan(child, name, subject, [.. values, .. newValues]);
        return new(builder, child.Segment!, member, newValues) { Word = word };
    }
}
