using Kiln.Generator.Api;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes;

/// <summary>The third stage: every C# decision. First all names are made, then each file is written out with them.</summary>
internal static class ShapePlanner
{
    /// <summary>The files of an SDK, in the order of their names.</summary>
    public static EquatableArray<FileShape> Plan(ApiModel api, SdkOptions options, CancellationToken cancellationToken)
    {
        var root = RootNamespace(api.Title, options);
        var models = $"{root}.Models";

        var catalog = new NameCatalog();
        catalog.AddNamespace(root);
        catalog.AddNamespace(models);
        var client = catalog.AddType(root, string.IsNullOrEmpty(options.ClientName) ? Title(api.Title) + "Client" : options.ClientName!, "Client");

        var types = new TypePlanner(api, catalog, models);
        var errors = new ErrorPlanner(catalog, types);
        var calls = new CallPlanner(catalog, types, errors);
        var tree = PathNode.Build(api.Operations, options.FoldPathPrefix);
        var plan = new BuilderPlanner(catalog, types, calls).PlanClient(tree, client);
        cancellationToken.ThrowIfCancellationRequested();

        var files = new List<FileShape>();
        var modelFiles = new ModelFiles(catalog, root, types.Models);
        files.AddRange(types.Models.Select(modelFiles.Model));
        files.AddRange(types.Enums.Select(modelFiles.Enum));
        files.AddRange(errors.Exceptions.Select(e => modelFiles.Error(e.Value, e.Key)));
        cancellationToken.ThrowIfCancellationRequested();

        var builderFiles = new BuilderFiles(catalog, root, api, types);
        foreach (var builder in plan.AndBelow())
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(builderFiles.Builder(builder, isClient: ReferenceEquals(builder, plan)));
            foreach (var call in builder.Calls)
                files.AddRange(CallFiles.Of(call, catalog, root));
        }
        return files.OrderBy(f => f.HintName, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>The namespace that an SDK's own begin with: the chosen one, or one made from the title.</summary>
    public static string RootNamespace(string title, SdkOptions options) =>
        string.IsNullOrEmpty(options.Namespace) ? new NameScope(ReservedNames.Types).Take(Title(title), "Api") : options.Namespace!;

    private static string Title(string title) => Identifiers.Pascal(title.Length == 0 ? "Api" : title);
}
