using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>A request builder, or the client: a place in the tree of paths with its names.</summary>
/// <param name="Name">Its class.</param>
/// <param name="FullPath">The path template of the place as the document has it, with what is folded into the client.</param>
/// <param name="Values">The parameters on the way to it.</param>
/// <param name="Calls">The operations of the path that ends there.</param>
/// <param name="Children">The places one step further.</param>
internal sealed record BuilderPlan(
    TypeName Name,
    string FullPath,
    IReadOnlyList<PathValue> Values,
    IReadOnlyList<CallPlan> Calls,
    IReadOnlyList<ChildPlan> Children)
{
    /// <summary>This builder and all below it, parents first.</summary>
    public IEnumerable<BuilderPlan> AndBelow() => Children.SelectMany(c => c.Builder.AndBelow()).Prepend(this);
}
