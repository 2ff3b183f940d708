using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Calls.Responses;
using Kiln.Generator.Shapes.Clients;
using Kiln.Generator.Shapes.Facade;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Text;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The files of request builders, the client among them.</summary>
internal sealed class BuilderShaper(NameCatalog catalog, string rootNamespace, ApiModel api, TypePlanner schemas, AccessPlan access, MediaTypesPlan? mediaTypes, FacadePlan? facade)
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
        var calls = new CallShaper(names, types, schemas, access, mediaTypes, api);
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
            isClient ? ClientShaper.Client(access, facade, api, names) : null,
            plan.Children.Select(c => Child(c, plan, names, types)).ToEquatableArray(),
            plan.Calls.Select(calls.Call).ToEquatableArray())
        {
            Usings = names.Usings.ToEquatableArray(),
            UsesDeprecated = names.UsesDeprecated,
        };
    }

    /// <summary>A path parameter.</summary>
    public static ValueShape Value(PathValue value, TypeWriter types) => new(value.Name, value.WireName, types.WriteInput(value.Type, isNullable: false), value.Description);

    private static ChildShape Child(ChildPlan child, BuilderPlan parent, NameResolver names, TypeWriter types) => new(
        child.Member,
        names.Write(child.Builder.Name),
        child.NewValues.Select(v => Value(v, types)).ToEquatableArray(),
        parent.Values.Concat(child.NewValues).Select(v => v.Name).ToEquatableArray(),
        child.Builder.FullPath);
}
