namespace Kiln.Runtime.Paging;

/// <summary>The current position of an enumeration of pages. The caller creates one for each enumeration and reads it between two items; not thread-safe.</summary>
/// <example><c>await foreach (var e in pages.WithTracking(position)) Save(e, position.ResumeToken);</c></example>
public sealed class PagePosition
{
    private ResumePosition? place;

    /// <summary>Gets the token to resume after the last returned item, for <see cref="Pages{TPage, TItem}.StartAt"/>; null before the first item.</summary>
    public string? ResumeToken => place?.ToToken();

    /// <summary>Gets the number of items that were returned.</summary>
    public long ItemCount { get; private set; }

    /// <summary>Returns a copy that does not change with the enumeration. A copy costs less than a token, which is created on demand.</summary>
    public PagePosition Copy() => new() { place = place, ItemCount = ItemCount };

    internal ResumePosition? Place => place;

    internal void MoveTo(ResumePosition after, int items = 1)
    {
        place = after;
        ItemCount += items;
    }
}
