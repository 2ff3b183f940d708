using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>An operation of one document.</summary>
/// <param name="Path">The path template; of a webhook its name.</param>
/// <param name="Method">As it is sent.</param>
/// <param name="Item">The path item.</param>
/// <param name="Node">The operation.</param>
/// <param name="Record">What the SDK is made from; <see langword="null"/> for one that it does not have, and for a webhook.</param>
internal sealed record OperationEntry(string Path, string Method, PointedNode Item, PointedNode Node, Operation? Record)
{
    /// <summary>What it is called: <c>GET /pets</c>.</summary>
    public string Name => $"{Method} {Path}";
}
