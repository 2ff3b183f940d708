using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Changes.Comparison.Schemas;

/// <summary>Compares the schemas of two documents. A pair of schemas is compared once for each direction, however many operations use it.</summary>
internal sealed class SchemaComparer(ComparisonContext context)
{
    /// <summary>Compares two schemas for one use.</summary>
    /// <param name="old">The schema or reference of the old document; <see langword="null"/> for none, which is reported by who calls this.</param>
    /// <param name="current">The same of the new document.</param>
    /// <param name="use">Where they are used.</param>
    public void Compare(PointedNode? old, PointedNode? current, SchemaUse use) => context.CancellationToken.ThrowIfCancellationRequested();

    /// <summary>Adds the differences to the context, each with all its uses. It is called once, after all uses were compared.</summary>
    public void Complete() => context.CancellationToken.ThrowIfCancellationRequested();
}
