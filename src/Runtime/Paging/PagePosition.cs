namespace Kiln.Runtime.Paging;

/// <summary>Where a walk of pages stands while it goes on. Made by the caller, for one walk; to be read by whoever enumerates, between two items.</summary>
/// <example><c>await foreach (var e in pages.WithTracking(position)) Save(e, position.ResumeToken);</c></example>
public sealed class PagePosition
{
    private ResumePosition? place;

    /// <summary>Where a walk can go on behind the item that was handed out last; null before the first one. See <see cref="Pages{TPage, TItem}.StartAt"/>.</summary>
    public string? ResumeToken => place?.ToToken();

    /// <summary>How many items this walk has handed out.</summary>
    public long ItemCount { get; private set; }

    /// <summary>The same position, which does not move with the walk any more. Copying costs less than a token, which is made when it is asked for.</summary>
    public PagePosition Copy() => new() { place = place, ItemCount = ItemCount };

    internal ResumePosition? Place => place;

    internal void MoveTo(ResumePosition after, int items = 1)
    {
        place = after;
        ItemCount += items;
    }
}
