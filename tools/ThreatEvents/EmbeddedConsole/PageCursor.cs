using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ThreatEvents.EmbeddedConsole;

/// <summary>The opaque place from which the next page goes on: a position, and a mark of the query that it belongs to.</summary>
/// <example><c>ZXZlbnRzOjRGOEMyQTcxRDNCNjkwNUU6MTAwMA==</c>, which is <c>events:4F8C2A71D3B6905E:1000</c>.</example>
internal static class PageCursor
{
    public static string At(int position, EventsRequest request) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"events:{MarkOf(request)}:{position.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>Where the request's page starts; a cursor made for another query, or for none, is refused.</summary>
    public static int PositionIn(EventsRequest request, QueryReader query)
    {
        if (request.Cursor is null)
            return 0;

        var bytes = new byte[request.Cursor.Length];
        if (Convert.TryFromBase64String(request.Cursor, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':') is ["events", var mark, var place]
            && mark == MarkOf(request)
            && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return position;

        query.Refuse("cursor", "Not a cursor of this query.");
        return 0;
    }

    // Filters and order decide what stands at a position; the page size may change on the way.
    private static string MarkOf(EventsRequest request)
    {
        var (filter, order) = (request.Filter, request.Order);
        var text = string.Join('\n',
            filter.ProcessKey, string.Join(',', filter.ObjectTypes.Order()), string.Join(',', filter.SubTypes.Order()), filter.ProcessNamePart,
            order.Field, order.IsDescending);

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
