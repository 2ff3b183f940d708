namespace ThreatEvents.EmbeddedConsole;

/// <summary>Which events a request asks for, in which order, and how much of them.</summary>
internal sealed record EventsRequest(
    EventFilter Filter, EventOrder Order, int Limit, int Skip, string? Cursor, bool CountOnly, bool SkipCount)
{
    private const int MostListItems = 5000;

    public static EventsRequest Read(QueryReader query)
    {
        query.RefuseUnknown(
            "eventId", "eventTypes", "eventSubTypes", "processName__like", "limit", "skip", "cursor", "countOnly", "skipCount", "sortBy", "sortOrder");

        return new EventsRequest(
            new EventFilter(
                query.Text("eventId"),
                query.List("eventTypes", EventKind.ObjectTypes, MostListItems),
                query.List("eventSubTypes", EventKind.SubTypes, MostListItems),
                query.Text("processName__like")),
            new EventOrder(
                query.OneOf("sortBy", EventOrder.Fields),
                query.OneOf("sortOrder", ["asc", "desc"]) == "desc"),
            query.Integer("limit", from: 1, to: 1000) ?? 10,
            query.Integer("skip", from: 0, to: 1000) ?? 0,
            query.Text("cursor"),
            query.Boolean("countOnly"),
            query.Boolean("skipCount"));
    }
}
