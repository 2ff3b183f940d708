using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Clients;

/// <summary>Names the servers of a document with their variables.</summary>
internal sealed class ServerPlanner(NameCatalog catalog, string rootNamespace)
{
    // What variables are called, and .NET's own types in namespaces that most files use.
    private static readonly HashSet<string> OfSystem = new(StringComparer.OrdinalIgnoreCase) { "Environment", "Version", "Index", "Range", "Path", "Host", "Console", "Buffer", "Half" };

    private readonly Dictionary<EquatableArray<string>, List<EnumPlan>> enums = [];
    private readonly List<EnumPlan> all = [];

    /// <summary>The enums of the variables, of all servers planned so far.</summary>
    public IReadOnlyList<EnumPlan> Enums => all;

    /// <summary>The servers of a document, and those of its paths and operations.</summary>
    public static IReadOnlyList<Server> Collect(ApiModel api) =>
        [.. api.Servers.Concat(api.Operations.SelectMany(o => o.Servers)).GroupBy(s => (s.Template, s.Variables)).Select(g => g.First())];

    /// <summary>Plans the servers.</summary>
    /// <param name="servers">The servers.</param>
    /// <param name="type">The class of their methods.</param>
    public IReadOnlyList<ServerPlan> Plan(IReadOnlyList<Server> servers, TypeName type)
    {
        // A method called like an enum would hide it in the others' expressions.
        var arguments = servers.Select(PlanArguments).ToList();
        var scope = new NameScope(ReservedNames.ObjectMembers, ReservedNames.ServerMembers, [type.Name, .. all.Select(e => e.Name.Name)]);
        var names = NameGroup.TakeEach(scope, [.. servers.Select(s => ServerNames.Of(s, servers.Count == 1))], "Server");
        return [.. servers.Select((s, i) => new ServerPlan(s, names[i], arguments[i]))];
    }

    private IReadOnlyList<ServerArgumentPlan> PlanArguments(Server server)
    {
        var names = NameGroup.TakeEach(new NameScope(["address"]), [.. server.Variables.Select(v => WantedName.Of(v.Name).In(Identifiers.Camel))]);
        return [.. server.Variables.Select((v, i) => PlanArgument(v, names[i])).OrderBy(a => a.Variable.Default is not null)];
    }

    private ServerArgumentPlan PlanArgument(ServerVariable variable, string name)
    {
        if (variable.Values.Count == 0)
            return new(variable, name, null, null);
        var plan = EnumOf(variable);
        var @default = variable.Default is { } value ? plan.MemberNames()[variable.Values.Items.IndexOf(value)] : null;
        return new(variable, name, plan.Name, @default);
    }

    // Variables with the same name and values are one enum.
    private EnumPlan EnumOf(ServerVariable variable)
    {
        if (!enums.TryGetValue(variable.Values, out var plans))
            enums.Add(variable.Values, plans = []);
        var word = Identifiers.Pascal(variable.Name);
        if (plans.FirstOrDefault(p => p.Schema.Title == word) is { } known)
            return known;

        // A type of the same name would make both ambiguous where a file uses both namespaces.
        var wanted = catalog.IsFree(rootNamespace, word) && catalog.NamespacesWith(word).Count == 0 && !OfSystem.Contains(word) ? word : "Server" + word;
        var schema = new EnumSchema(variable.Values.Select(v => new EnumValue(v, null, null)).ToEquatableArray()) { Title = word };
        var plan = new EnumPlan(catalog.AddType(rootNamespace, wanted, "Value"), variable.Description, null, schema);
        plans.Add(plan);
        all.Add(plan);
        return plan;
    }
}
