using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes;

/// <summary>An SDK with all its names and types made, before any of its files is written out with them.</summary>
/// <param name="RootNamespace">What its namespaces begin with.</param>
/// <param name="Catalog">All of its names.</param>
/// <param name="Types">The C# type of each schema.</param>
/// <param name="Errors">The exceptions.</param>
/// <param name="Client">The client, with the builders below it.</param>
internal sealed record SdkPlan(string RootNamespace, NameCatalog Catalog, TypePlanner Types, ErrorPlanner Errors, BuilderPlan Client)
{
    public static SdkPlan Of(ApiModel api, SdkOptions options)
    {
        var root = ShapePlanner.RootNamespace(api.Title, options);
        var models = $"{root}.Models";

        var catalog = new NameCatalog();
        catalog.AddNamespace(root);
        catalog.AddNamespace(models);
        var client = catalog.AddType(root, ShapePlanner.ClientName(api.Title, options), "Client");

        var types = new TypePlanner(api, catalog, models);
        var errors = new ErrorPlanner(catalog, types);
        var calls = new CallPlanner(catalog, types, errors);
        var tree = PathNode.Build(api.Operations, options.FoldPathPrefix);
        return new(root, catalog, types, errors, new BuilderPlanner(catalog, new PathValuePlanner(types), calls).PlanClient(tree, client));
    }
}
