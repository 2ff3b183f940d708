using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>Names the builders of a tree of paths, each in a namespace of its own.</summary>
internal sealed class BuilderPlanner(NameCatalog catalog, TypePlanner types, CallPlanner calls)
{
    private const string Ending = "RequestBuilder";

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

    private BuilderPlan Plan(PathNode node, TypeName name, string subject, string path, IReadOnlyList<PathValue> values)
    {
        var members = new NameScope(ReservedNames.ObjectMembers, ReservedNames.BuilderMembers, [name.Name]);
        var plans = new List<CallPlan>();
        foreach (var operation in node.Operations)
            plans.Add(calls.Plan(operation, name.Namespace, subject, members, values));
        if (plans.Any(c => c.Operation.Paging?.CountOnly is not null))
            members.TakeAll("CountAsync");

        var children = node.Children.Select(child => PlanChild(child, name, subject, path, values, members)).ToList();
        return new(name, path, prefix + path, values, plans, children);
    }

    private ChildPlan PlanChild(PathNode child, TypeName parent, string parentSubject, string path, IReadOnlyList<PathValue> values, NameScope members)
    {
        var segment = child.Segment!;
        var wish = Identifiers.Chosen(child.NameOverride);
        var word = wish ?? (segment.IsItem ? "Item" : Identifiers.Pascal(segment.Text));
        var @namespace = catalog.AddChildNamespace(parent.Namespace, word);
        var subject = segment.IsItem && wish is null ? parentSubject + "Item" : word;
        var name = catalog.AddType(@namespace, subject + Ending, "");

        var newValues = NewValues(child, segment, values);
        var member = segment.IsItem ? "" : members.Take(segment.IsLiteral || wish is not null ? word : "By" + word, "Path");
        var builder = Plan(child, name, subject, $"{path}/{segment.Text}", [.. values, .. newValues]);
        return new(builder, segment, member, newValues);
    }

    private List<PathValue> NewValues(PathNode node, PathSegment segment, IReadOnlyList<PathValue> values)
    {
        var names = new NameScope(ReservedNames.Locals);
        foreach (var value in values)
            names.Take(value.Name);

        return segment.Parameters.Select(p => NewValue(node, p, names)).ToList();
    }

    // The first operation that declares the parameter says its type, and the first that describes it what it is; where none does, it is text.
    private PathValue NewValue(PathNode node, string parameter, NameScope names)
    {
        var declared = OperationsBelow(node)
            .SelectMany(o => o.Parameters)
            .Where(p => p.In == ParameterLocation.Path && p.WireName == parameter)
            .ToList();
        var type = types.Plan(declared.FirstOrDefault()?.Schema ?? new ScalarSchema("string", null), Identifiers.Pascal(parameter));
        var description = declared.Select(p => p.Description).FirstOrDefault(d => d is not null);
        return new(names.Take(Identifiers.Camel(parameter, declared.Select(p => p.NameOverride).FirstOrDefault(w => w is not null))), parameter, ParameterTypes.Single(type), description);
    }

    private static IEnumerable<Operation> OperationsBelow(PathNode node) => node.Operations.Concat(node.Children.SelectMany(OperationsBelow));
}
