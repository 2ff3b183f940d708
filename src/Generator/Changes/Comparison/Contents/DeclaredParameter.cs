using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>A parameter as an operation has it.</summary>
/// <param name="In">Where it is sent: <c>path</c>, <c>query</c>, <c>querystring</c>, <c>header</c> or <c>cookie</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Key">What is equal for its counterpart in the other document.</param>
/// <param name="At">Where the operation or its path declares it.</param>
/// <param name="Node">The same at the end of its references.</param>
/// <param name="IsOfPath">Whether it is declared for all operations of its path.</param>
/// <param name="Record">What the SDK is made from; <see langword="null"/> for one that it does not have.</param>
internal sealed record DeclaredParameter(string In, string Name, string Key, PointedNode At, PointedNode Node, bool IsOfPath, Parameter? Record)
{
    private const string Parameters = "parameters";

    public bool IsRequired => In == "path" || Node["required"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" };

    public PointedNode? Schema => Node.Child("schema");

    /// <summary>The parameters of an operation, then those of its path item which it does not replace.</summary>
    public static IReadOnlyList<DeclaredParameter> Of(DocumentNodes nodes, OperationEntry operation)
    {
        var own = operation.Node.Items(Parameters).Select(p => (At: p, IsOfPath: false));
        var all = own.Concat(operation.Item.Items(Parameters).Select(p => (At: p, IsOfPath: true)));
        var variables = PathTemplate.Variables(operation.Path);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. all.Select(p => Read(nodes, p.At, p.IsOfPath, operation, variables)).Where(p => seen.Add(p.Key))];
    }

    private static DeclaredParameter Read(DocumentNodes nodes, PointedNode at, bool isOfPath, OperationEntry operation, List<string> variables)
    {
        var node = nodes.Follow(at);
        var name = node["name"].AsText() ?? "";
        var location = node["in"].AsText() ?? "";
        var isWholeQuery = node[ParameterKeys.WholeQuery] is not null;
        var record = operation.Record?.Parameters.FirstOrDefault(p => p.WireName == name && p.In.ToString().Equals(isWholeQuery ? nameof(ParameterLocation.QueryString) : location, StringComparison.OrdinalIgnoreCase));
        return new(isWholeQuery ? "querystring" : location, name, KeyOf(location, name, variables), at, node, isOfPath, record);
    }

    // A parameter in the path is known by its place in the template, and header names have no case.
    private static string KeyOf(string location, string name, List<string> variables) => location switch
    {
        "path" when variables.IndexOf(name) is >= 0 and var index => $"path {index}",
        "header" => $"header {name.ToLowerInvariant()}",
        _ => $"{location} {name}",
    };
}
