namespace Kiln.Runtime.Wire;

/// <summary>
/// What a body needs to be a page: the properties that the document requires of it, and those that lead to the items and the next cursor. While it is read, a fault there
/// is an error in every mode, for otherwise a body that is no page would read as an empty last one. Never changes; safe for all threads.
/// </summary>
/// <param name="items">Where the items are. They may be null or missing where the document does not require them.</param>
/// <param name="next">Where it says how to go on: the next page's cursor, for example. It may always be null.</param>
/// <param name="needed">A value that must be there although the document may not require it; null for none.</param>
internal sealed class PageRequirements(JsonPointer items, IReadOnlyList<JsonPointer> next, JsonPointer? needed = null)
{
    /// <summary>Where the items are.</summary>
    public JsonPointer Items => items;

    /// <summary>How many names deep the deepest of the places is.</summary>
    public int Depth { get; } = next.Append(items).Append(needed).Max(p => Math.Max(1, p?.Tokens.Count ?? 0));

    /// <summary>Whether a fault at a property makes the body no page.</summary>
    /// <param name="fault">What is wrong there.</param>
    /// <param name="path">The names that lead to the property; null for an item of a list.</param>
    /// <param name="isRequired">Whether the document requires the property of the object that it belongs to.</param>
    public bool Forbids(PageFault fault, ReadOnlySpan<string?> path, bool isRequired)
    {
        if (needed?.BeginsWith(path) == true)
            return true;
        var isNext = false;
        var isOnTheWay = items.BeginsWith(path);
        foreach (var place in next)
        {
            var leadsThrough = place.BeginsWith(path);
            isOnTheWay |= leadsThrough;
            isNext |= leadsThrough && place.Tokens.Count == path.Length;
        }
        return fault switch
        {
            PageFault.Lost => isOnTheWay || (isRequired && path.Length == 1),
            PageFault.Twice => isOnTheWay,
            PageFault.Missing => isRequired && (isOnTheWay || path.Length == 1),
            _ => isRequired && (isOnTheWay || path.Length == 1) && !isNext,
        };
    }
}
