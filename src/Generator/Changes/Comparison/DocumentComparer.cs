using Kiln.Generator.Changes.Comparison.Schemas;

namespace Kiln.Generator.Changes.Comparison;

/// <summary>Finds all differences between two documents.</summary>
internal static class DocumentComparer
{
    /// <summary>The differences of the structure in the order of the documents, then those of schemas.</summary>
    public static IReadOnlyList<Difference> Compare(SdkVersion old, SdkVersion current, LifecycleTerms terms, CancellationToken cancellationToken)
    {
        var context = new ComparisonContext(old, current, terms, cancellationToken);
        var schemas = new SchemaComparer(context);
        schemas.Complete();
        return context.Differences;
    }
}
