using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>A node of a file that was given, found by a reference.</summary>
/// <param name="File">The file.</param>
/// <param name="Keys">The keys from the file's root to the node; references on the way are already followed, so one node has one list.</param>
/// <param name="Node">The node.</param>
internal sealed record ReferenceTarget(SpecFileTree File, string[] Keys, SpecNode Node)
{
    /// <summary>The same for two references that lead to one node.</summary>
    public string Id { get; } = File.NormalPath + SpecReference.Write(Keys);
}
