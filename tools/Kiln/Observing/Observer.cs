using Kiln.Tool.Observing.Matching;
using Kiln.Tool.Observing.Traffic;
using Kiln.Tool.Observing.Validation;

namespace Kiln.Tool.Observing;

/// <summary>Compares traffic with a document.</summary>
internal sealed class Observer
{
    private readonly ObservedDocument document;
    private readonly TrafficSummary summary = new();
    private readonly ResponseValidator responses;
    private readonly RequestValidator requests;

    private Observer(ObservedDocument document)
    {
        this.document = document;
        responses = new(document.Facts, summary.Observations);
        requests = new(document.Facts, summary.Observations);
    }

    /// <summary>Reads the files once, one after the other.</summary>
    public static TrafficSummary Run(ObservedDocument document, TrafficFiles traffic, IEnumerable<string> files, CancellationToken cancellationToken)
    {
        var observer = new Observer(document);
        foreach (var item in files.SelectMany(traffic.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            observer.Add(item);
        }
        return observer.summary;
    }

    private void Add(TrafficItem item)
    {
        summary.Entries++;
        switch (item)
        {
            case TrafficFault fault:
                summary.AddFault(fault);
                break;
            case SkippedEntry skipped:
                summary.AddIgnored(skipped.Reason);
                break;
            case Exchange { Operation: { } name } exchange when document.Routes.Find(name) is { } operation:
                Compare(operation, exchange, exchange.Status == 0 ? operation.FirstSuccess : exchange.Status);
                break;
            case Exchange { Url.Length: 0 } exchange:
                summary.AddFault(new(exchange.Place, $"the document has no operation '{exchange.Operation}'"));
                break;
            case Exchange exchange when !Uri.TryCreate(exchange.Url, UriKind.Absolute, out _):
                summary.AddFault(new(exchange.Place, "the URL is not an absolute URL"));
                break;
            case Exchange exchange:
                Route(exchange, new(exchange.Url, UriKind.Absolute));
                break;
        }
    }

    private void Route(Exchange exchange, Uri url)
    {
        switch (document.Routes.Find(exchange.Method, url))
        {
            case RouteResult.Matched(var operation, var pathValues):
                Compare(operation, exchange, exchange.Status);
                if (exchange is { HasRequest: true, Status: < 400 })
                    CompareRequest(operation, exchange, url, pathValues);
                break;
            // What browsers ask before a request, and what asks for headers only.
            case RouteResult.Undocumented { Template: not null } when exchange.Method is "OPTIONS" or "HEAD":
                summary.AddIgnored($"{exchange.Method} requests");
                break;
            case RouteResult.Undocumented(var shape, var template):
                summary.AddUndocumented(exchange.Method, shape, template);
                break;
            default:
                summary.AddIgnored("of other hosts");
                break;
        }
    }

    private void Compare(DocumentedOperation operation, Exchange exchange, int status)
    {
        var mediaType = exchange.ResponseBody?.MediaType;
        summary.Observations.BeginResponse(operation.Key, status, mediaType is null ? null : Generator.Api.Model.MediaTypes.NameOf(mediaType));
        responses.Check(operation, exchange, status);
    }

    private void CompareRequest(DocumentedOperation operation, Exchange exchange, Uri url, IReadOnlyDictionary<string, string> pathValues)
    {
        summary.Observations.BeginRequest(operation.Key);
        requests.Check(operation, exchange, url, pathValues);
    }
}
