using System.Globalization;
using System.Text.Json.Nodes;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <content>Pages that are made up for tests.</content>
public sealed partial class PagingContract<TPage, TItem>
{
    WrittenBody? IBodyWriter<TPage>.Write(TPage value) => WrittenBody.Json(WireJson.Write(Page, value));

    string? IPageWriter.PositionOf(Uri url, ReadOnlySpan<byte> body) => Method.Find(url, body);

    IReadOnlyList<WrittenPage> IPageWriter<TItem>.WritePages(IEnumerable<IReadOnlyList<TItem>> pages, Uri url)
    {
        var all = pages.ToList();
        var count = all.Sum(p => p.Count);
        var written = new List<WrittenPage>();
        var before = 0;
        string? position = null;
        for (var i = 0; i < all.Count; i++)
        {
            var list = PageJson.List(Item, all[i]);
            var last = list.Count == 0 ? default : System.Text.Encoding.UTF8.GetBytes(list[^1]?.ToJsonString() ?? "null");
            before += list.Count;
            // Where nothing says that a page is the last one, an empty one does.
            var next = list.Count == 0 ? null : Method.MakeUp(new(i + 1, before, last, url));
            var isLast = i + 1 == all.Count;
            written.Add(new(position, WritePage(list, isLast ? null : next, !isLast, count, all.Count)));
            if (isLast && next is not null && Method.Output is null)
                written.Add(new(next, WritePage([], null, false, count, all.Count)));
            position = next;
        }
        return written;
    }

    IReadOnlyList<WrittenPage> IWholePageWriter<TPage>.WriteWholePages(IReadOnlyList<TPage> pages, Uri url)
    {
        var written = new List<WrittenPage>();
        string? position = null;
        for (var i = 0; i < pages.Count; i++)
        {
            var json = WireJson.Write(Page, pages[i]);
            var isLast = i + 1 == pages.Count;
            var next = NextOf(json, position, url, out var trace);
            var made = Method.Output?.Header is null || isLast ? null : Method.MakeUp(new(i + 1, 0, trace.Last.ToArray(), url));
            if ((made ?? next) is null && !isLast)
                throw new ArgumentException($"Page {i + 1} has no {Method.PositionName} of the next page.", nameof(pages));
            written.Add(new(position, WithHeaders(WrittenBody.Json(json), made, null)));
            position = made ?? next;
        }
        return written;
    }

    private string? NextOf(byte[] json, string? position, Uri url, out ItemsTrace trace)
    {
        trace = new(keepsLast: true);
        var options = new Contracts.ReadOptions();
        var whole = WholePage<TPage>.Read(Page, json, options, Frame, trace);
        var count = (Items(whole.Body)?.Count ?? 0) + whole.LeftOut.Count;
        return Next(new(null, url, whole.Rest) { Position = position, Count = count, Trace = trace }).Next;
    }

    private WrittenBody WritePage(JsonArray list, string? next, bool hasMore, long count, long pages)
    {
        var parts = new List<(JsonPointer Place, JsonNode? Value)> { (ItemsPointer, list) };
        Add(this.hasMore, hasMore);
        Add(total, count);
        Add(totalPages, pages);
        var ends = Method.Output?.Pointer is not { } place ? [parts]
            : next is null ? new List<(JsonPointer, JsonNode?)>[] { parts, [.. parts, (place, null)], [.. parts, (place, "")] }
            : [[.. parts, (place, next)], .. long.TryParse(next, CultureInfo.InvariantCulture, out var number) ? [[.. parts, (place, number)]] : Array.Empty<List<(JsonPointer, JsonNode?)>>()];
        // The position is of the type, and the end is said in the way, that the document allows.
        var body = ends.Select(e => PageJson.Write([.. e.Select(p => (p.Item1, p.Item2?.DeepClone()))])).MinBy(FaultsOf)!;
        return WithHeaders(body, next, count);

        void Add(PageOutput? output, JsonNode value)
        {
            if (output?.Pointer is { } pointer)
                parts.Add((pointer, value));
        }
    }

    private WrittenBody WithHeaders(WrittenBody body, string? next, long? count)
    {
        var headers = new List<KeyValuePair<string, IEnumerable<string>>>();
        if (next is not null && Method.Output?.Header is { } header)
            headers.Add(new(header, [Method is NextLinkMethod link ? link.Written(next) : next]));
        if (count is { } number && total?.Header is { } name)
            headers.Add(new(name, [number.ToString(CultureInfo.InvariantCulture)]));
        return headers.Count == 0 ? body : body with { Headers = new(headers) };
    }

    private int FaultsOf(WrittenBody page)
    {
        var faults = 0;
        try
        {
            _ = WireJson.ReadPage(Page, page.Bytes.Span, new() { OnViolation = _ => faults++ }, Frame, out _);
            return faults;
        }
        catch (WireFormatException)
        {
            return int.MaxValue;
        }
    }
}
