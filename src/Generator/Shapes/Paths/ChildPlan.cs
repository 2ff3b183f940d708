using Kiln.Generator.Shapes.Calls;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>The way from a builder to one below it.</summary>
/// <param name="Builder">The builder below.</param>
/// <param name="Segment">The segment between them.</param>
/// <param name="Member">The property's or method's name; unused for an indexer.</param>
/// <param name="NewValues">The parameters of the segment.</param>
internal sealed record ChildPlan(BuilderPlan Builder, PathSegment Segment, string Member, IReadOnlyList<PathValue> NewValues)
{
    /// <summary>The segment in C#, without what a property or method adds: the name of the namespace, where that is free.</summary>
    public string Word { get; init; } = "";
}
