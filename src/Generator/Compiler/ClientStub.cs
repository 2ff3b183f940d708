using Kiln.Generator.Collections;
using Kiln.Generator.Shapes;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Compiler;

/// <summary>
/// The client's class without members, which takes the place of an SDK that cannot be generated: the only error is then the one that says why, and
/// not one more for each use of the client's name and namespaces.
/// </summary>
internal static class ClientStub
{
    /// <summary>The files with the client, its options, and a namespace of models; none if the names are not known or not valid.</summary>
    public static EquatableArray<FileShape> Of(string? title, SdkOptions options)
    {
        if (title is null && (string.IsNullOrEmpty(options.Namespace) || string.IsNullOrEmpty(options.ClientName)))
            return [];

        var root = ShapePlanner.RootNamespace(title ?? "", options);
        var client = ShapePlanner.ClientName(title ?? "", options);
        if (!CSharpNames.IsNamespace(root) || !CSharpNames.IsType(client))
            return [];
        return [Shape(root, client, root), Shape(root, client + "Options", root), Shape($"{root}.Models", "NotGenerated", root)];
    }

    private static FileShape Shape(string @namespace, string name, string root) =>
        new ClientStubShape(HintNames.Of(new(@namespace, name), root), @namespace, [], name, new DocShape(null));
}
