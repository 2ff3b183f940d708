using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>Names the builders of a tree of paths, each in a namespace of its own.</summary>
internal sealed class BuilderPlanner(NameCatalog catalog, PathValuePlanner pathValues, CallPlanner calls)
{
    private const string Ending = "RequestBuilder";
    private const string By = "By";

    private string prefix = "";

    /// <summary>Plans the client and every builder below it.</summary>
    public BuilderPlan PlanClient(PathNode root, TypeName client)
    {
        var subject = client.Name.EndsWith("Client", StringComparison.Ordinal) && client.Name.Length > 6
            ? client.Name.Substring(0, client.Name.Length - 6)
            : client.Name;
        prefix = root.Prefix;
        return Plan(root, client, subject, "", []);
    }

    // Public methods are named before the properties that lead to children, and private fields last.
    private BuilderPlan Plan(PathNode node, TypeName name, string subject, string path, IReadOnlyList<PathValue> values)
    {
        var exceptions = new List<string>();
        var members = new NameScope(ReservedNames.ObjectMembers, ReservedNames.BuilderMembers, [name.Name, .. values.Select(v => v.Name)], exceptions);
        var names = CallNames.Take(node.Operations, members);
        var plans = node.Operations.Select((o, i) => calls.Plan(o, name.Namespace, subject, names[i], values)).ToList();
        // The field with the errors names them in an expression, where a member of the builder would be found first.
        exceptions.AddRange(plans.SelectMany(c => c.Errors).Select(e => e.Exception.Name));

        var children = PlanChildren(node, name, subject, path, values, members);
        return new(name, path, prefix + path, values, [.. plans.Select(c => c with { Fields = CallFields.Of(c.Name, members) })], children);
    }

    private List<ChildPlan> PlanChildren(PathNode node, TypeName parent, string subject, string path, IReadOnlyList<PathValue> values, NameScope members)
    {
        // Of several indexers the first is the plain one, the others say the name of their parameter.
        var nodes = node.Children.SelectMany(pathValues.SplitByType).ToList();
        var items = nodes.Where(n => n.Segment!.IsItem).ToList();
        var named = nodes.Where(n => !n.Segment!.IsItem).ToList();

        var plans = new Dictionary<PathNode, ChildPlan>();
        foreach (var item in items)
        {
            var word = Identifiers.Chosen(item.NameOverride);
            var by = item == items[0] ? null : By + Identifiers.Pascal(item.Segment!.Parameters[0]);
            plans.Add(item, PlanChild(item, "", word ?? by ?? "Item", word ?? subject + (by ?? "Item"), parent, path, values));
        }
        foreach (var (index, word) in NameGroup.InOrder([.. named.Select(Wanted)]))
        {
            var child = named[index];
            var own = IsMethod(child) ? word.Substring(By.Length) : word;
            plans.Add(child, PlanChild(child, members.Take(members.IsTaken(word) ? word + "Path" : word, "Path"), own, own, parent, path, values));
        }
        return [.. nodes.Select(n => plans[n])];
    }

    private static WantedName Wanted(PathNode node)
    {
        var wanted = WantedName.Of(node.Segment!.Text, node.NameOverride);
        return IsMethod(node) ? wanted.In(name => By + name) : wanted;
    }

    // A segment with a parameter among other text, such as {name}.json, is a method: ByNameJson(name).
    private static bool IsMethod(PathNode node) => !node.Segment!.IsLiteral && node.NameOverride is null;

    private ChildPlan PlanChild(PathNode child, string member, string word, string subject, TypeName parent, string path, IReadOnlyList<PathValue> values)
    {
        var @namespace = catalog.AddChildNamespace(parent.Namespace, word);
        var name = catalog.AddType(@namespace, subject + Ending, "");
        var newValues = pathValues.Plan(child, values);
        var builder = Plan(child, name, subject, $"{path}/{child.Segment!.Text}", [.. values, .. newValues]);
        return new(builder, child.Segment, member, newValues);
    }
}
