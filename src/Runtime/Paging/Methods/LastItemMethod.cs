using System.Text;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>Pages that are asked for by the key of the last item before them. They end where a page says so, or else at an empty page.</summary>
internal sealed class LastItemMethod(PageInput input, JsonPointer key) : InputMethod(input)
{
    internal override PagingKind Kind => PagingKind.LastItem;

    internal override string PositionName => "key";

    internal override ItemsTrace CreateTrace() => new(keepsLast: true);

    internal override string? Next(ReceivedPage page, out string? problem)
    {
        problem = null;
        if (page.Count == 0)
        {
            problem = page.HasMore == true ? "has no items, but says that there are more; there is no last item to go on from" : null;
            return null;
        }
        var last = page.LastText(key);
        if (string.IsNullOrEmpty(last))
            problem = $"ends with an item that has no key at '/{string.Join('/', key.Tokens)}' to go on from";
        return last;
    }

    internal override string MakeUp(MadeUpPage page) => JsonPlace.Find(page.LastItem.Span, key)
        ?? throw new ArgumentException($"The item {Encoding.UTF8.GetString(page.LastItem.Span)} has no key at '/{string.Join('/', key.Tokens)}', by which the page after it is asked for.");
}
