using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The files of request builders, the client among them.</summary>
internal sealed class BuilderShaper(NameCatalog catalog, string rootNamespace, ApiModel api, TypePlanner schemas)
{
    public BuilderShape Builder(BuilderPlan plan, bool isClient)
    {
        var names = new NameResolver(catalog, plan.Name.Namespace);
        names.Use("Kiln.Runtime.Requests");
        names.Use("Microsoft.Kiota.Abstractions");
        if (plan.Calls.Count > 0)
        {
            foreach (var used in new[] { "System", "System.Threading", "System.Threading.Tasks", "Kiln.Runtime.Responses" })
                names.Use(used);
        }

        var types = new TypeWriter(names);
        var calls = new CallShaper(names, types, schemas);
        var path = SharedPath(plan, calls);
        var doc = isClient
            ? new DocShape(null, api.Description)
            : new DocShape(null);

        return new(
            HintNames.Of(plan.Name, rootNamespace),
            plan.Name.Namespace,
            Usings: [],
            plan.Name.Name,
            doc,
            plan.Values.Select(v => Value(v, types)).ToEquatableArray(),
            "{+baseurl}" + PathTemplate.Rooted(plan.Calls.FirstOrDefault()?.Operation.Path ?? plan.FullPath),
            plan.FullPath,
            isClient ? new ClientShape(api.Title, api.ServerUrl) : null,
            plan.Children.Select(c => Child(c, plan, names, types)).ToEquatableArray(),
            path,
            plan.Calls.Select(c => calls.Call(c, hasOwnPath: path is null)).ToEquatableArray())
        {
            Usings = names.Usings.ToEquatableArray(),
            UsesDeprecated = names.UsesDeprecated,
        };
    }

    // The paths of two operations of one place can differ in a slash at the end or in what stands behind a "#".
    private static EquatableArray<PathPartShape>? SharedPath(BuilderPlan plan, CallShaper calls)
    {
        var paths = plan.Calls.Select(c => calls.Path(c).ToEquatableArray()).Distinct().ToList();
        return plan.Calls.Count > 1 && paths.Count == 1 ? paths[0] : null;
    }

    private static ValueShape Value(PathValue value, TypeWriter types)
    {
        var empty = value.Type.IsValueType ? "" : types.EmptyValue(value.Type);
        return new(value.Name, value.WireName, types.Write(value.Type), empty, value.Description);
    }

    private static ChildShape Child(ChildPlan child, BuilderPlan parent, NameResolver names, TypeWriter types) => new(
        child.Member,
        names.Write(child.Builder.Name),
        child.NewValues.Select(v => Value(v, types)).ToEquatableArray(),
        parent.Values.Concat(child.NewValues).Select(v => v.Name).ToEquatableArray(),
        child.Builder.FullPath);
}
