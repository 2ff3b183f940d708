namespace Kiln.Runtime.Paging;

/// <summary>A page that was read whole.</summary>
/// <param name="Body">The page.</param>
/// <param name="LeftOut">The places of the items that could not be read, in order; the list of the page does not have them.</param>
internal readonly record struct WholePage<TPage>(TPage Body, IReadOnlyList<int> LeftOut)
{
    /// <summary>Those of the page's items that stand behind some number of items, counting also what could not be read.</summary>
    public IReadOnlyList<TItem> Behind<TItem>(int count, IReadOnlyList<TItem> items)
    {
        if (count == 0)
            return items;
        return [.. items.Skip(count - LeftOut.Count(place => place < count))];
    }
}
