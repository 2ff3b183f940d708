using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Changes.Comparison;

/// <summary>Two documents that are compared, and the differences that were found so far.</summary>
internal sealed class ComparisonContext(SdkVersion old, SdkVersion current, LifecycleTerms terms, CancellationToken cancellationToken)
{
    private readonly List<Difference> differences = [];

    public SdkVersion Old { get; } = old;

    public SdkVersion Current { get; } = current;

    /// <summary>The schemas and references of the old document.</summary>
    public DocumentNodes OldNodes { get; } = new(old.Spec.Root);

    /// <summary>The schemas and references of the new document.</summary>
    public DocumentNodes CurrentNodes { get; } = new(current.Spec.Root);

    public LifecycleTerms Terms { get; } = terms;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<Difference> Differences => differences;

    public void Add(Difference difference) => differences.Add(difference);
}
