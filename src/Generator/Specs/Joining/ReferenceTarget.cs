using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>The target of a reference: a node of an input file.</summary>
/// <param name="File">The file.</param>
/// <param name="Keys">The pointer tokens from the file's root to the node, with references on the path already resolved, so that a node has one list.</param>
/// <param name="Node">The node.</param>
internal sealed record ReferenceTarget(SpecFileTree File, string[] Keys, SpecNode Node)
{
    /// <summary>Identifies the node: equal for two references with the same target.</summary>
    public string Id { get; } = File.NormalPath + SpecReference.Write(Keys);
}
