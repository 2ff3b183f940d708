using Microsoft.AspNetCore.Http;

namespace ThreatEvents.EmbeddedConsole;

/// <summary>What the console answers to a request: who may ask, for what, and which page it gets.</summary>
internal sealed class EventsEndpoint(EventStore events)
{
    private const string Before = "/web/api/v2.1/threats/";
    private const string After = "/explore/events";

    public Task AnswerAsync(HttpContext context)
    {
        AnswerHeaders.Set(context);

        // The token comes first, as with the vendor: without one, nothing is told about which threats exist.
        if (context.Request.Headers.Authorization != $"ApiToken {ConsoleServer.Token}")
            return VendorError.AuthenticationFailed.WriteAsync(context);

        if (ThreatIdIn(context.Request.Path.Value ?? "") is not ConsoleServer.ThreatId)
            return VendorError.NotFound.WriteAsync(context);

        if (!HttpMethods.IsGet(context.Request.Method))
            return VendorError.MethodNotAllowed.WriteAsync(context);

        var query = new QueryReader(context.Request.Query);
        var request = EventsRequest.Read(query);
        var start = PageCursor.PositionIn(request, query);

        return query.Problems.Count > 0
            ? VendorError.Invalid(query.Problems).WriteAsync(context)
            : EventsPage.Of(events, request, start).WriteAsync(context);
    }

    private static string? ThreatIdIn(string path)
    {
        return path.Length > Before.Length + After.Length
            && path.StartsWith(Before, StringComparison.Ordinal)
            && path.EndsWith(After, StringComparison.Ordinal)
            ? path[Before.Length..^After.Length]
            : null;
    }
}
