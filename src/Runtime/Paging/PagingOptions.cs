namespace Kiln.Runtime.Paging;

/// <summary>How a caller wants pages to be walked.</summary>
internal sealed record PagingOptions
{
    /// <summary>Where to begin; null for the first page.</summary>
    public ResumePosition? Start { get; init; }

    public int MaxPages { get; init; } = int.MaxValue;

    public long MaxItems { get; init; } = long.MaxValue;

    public int MaxEmptyPages { get; init; } = 100;

    /// <summary>How many items are fetched ahead of the caller.</summary>
    public int Ahead { get; init; }

    /// <summary>Receives the position of the iteration; null for none.</summary>
    public PagePosition? Position { get; init; }
}
