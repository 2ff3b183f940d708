using System.Globalization;

namespace Kiln.Runtime.Paging;

/// <summary>Pages that are asked for by their number. They end at the number of pages or the total, or else at an empty page.</summary>
internal sealed class PageNumberMethod(PageInput input, int firstPage) : NumberMethod(input, "page number")
{
    internal override PagingKind Kind => PagingKind.PageNumber;

    internal override string? Next(ReceivedPage page, out string? problem)
    {
        problem = null;
        var number = NumberPosition.Of(page.Position, firstPage);
        var isLast = page.TotalPages is { } pages
            ? number - firstPage + 1 >= pages
            : page.CountSoFar >= page.Total || (page.Count == 0 && page.HasMore != true);
        return isLast ? null : (number + 1).ToString(CultureInfo.InvariantCulture);
    }

    internal override string MakeUp(MadeUpPage page) => (firstPage + page.Index).ToString(CultureInfo.InvariantCulture);

    internal override bool IsFirst(string? position) => NumberPosition.Of(position, firstPage) == firstPage;
}
