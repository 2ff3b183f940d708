using System.Globalization;

namespace Kiln.Runtime.Paging;

/// <summary>Pages that are asked for by the number of items before them. They end at the total or, as that may not be there or be wrong, at an empty page.</summary>
/// <remarks>A page with fewer items than were asked for says nothing: services lower the limit, and leave items out that the caller may not see.</remarks>
internal sealed class OffsetMethod(PageInput input) : NumberMethod(input, "offset")
{
    internal override PagingKind Kind => PagingKind.Offset;

    internal override string? Next(ReceivedPage page, out string? problem)
    {
        problem = null;
        if (page.Count == 0)
        {
            problem = page.HasMore == true ? "has no items, but says that there are more; the offset of the next page would be the same" : null;
            return null;
        }
        var next = NumberPosition.Of(page.Position, 0) + page.Count;
        return next >= page.Total ? null : next.ToString(CultureInfo.InvariantCulture);
    }

    internal override string MakeUp(MadeUpPage page) => page.Before.ToString(CultureInfo.InvariantCulture);
}
