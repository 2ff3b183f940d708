using System.Net;
using System.Text.Json.Nodes;
using Kiln.Generator.Tests.Requests.Sending;

namespace Kiln.Generator.Tests.Requests.Prism;

/// <summary>Keeps what Prism says of each request, and hides its response: the SDK gets 204.</summary>
internal sealed class PrismVerdicts(Uri server) : DelegatingHandler(new ToLoopback(server))
{
    private const string Header = "sl-violations";
    private const string Problem = "application/problem+json";

    private List<PrismRefusal>? last;

    /// <summary>Why the request was refused that was sent since this was called before: empty if it was accepted, <see langword="null"/> if none was sent.</summary>
    public IReadOnlyList<PrismRefusal>? Take() => Interlocked.Exchange(ref last, null);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await base.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        // In a header where the response is one of the document, otherwise in a response of its own (RFC 9457).
        var violations = response.Headers.TryGetValues(Header, out var values) ? JsonNode.Parse(string.Join(',', values))
            : response.Content.Headers.ContentType?.MediaType == Problem ? JsonNode.Parse(text)!["validation"]
            : null;
        List<PrismRefusal> refusals = [.. violations is JsonArray all ? Read(all) : []];
        // Without violations: for example a path or a method that the document does not have.
        if (!response.IsSuccessStatusCode && violations is null)
            refusals.Add(new("", "", text));
        last = [.. refusals.Select(r => r with { Message = $"{r.Message} ({(int)response.StatusCode}, {request.Method} {request.RequestUri})" })];
        return new(HttpStatusCode.NoContent) { RequestMessage = request };
    }

    // What is wrong with Prism's own response is left out: it cannot make one in multipart/form-data.
    private static IEnumerable<PrismRefusal> Read(JsonArray violations) =>
        from violation in violations
        let location = violation["location"]!.AsArray().Select(l => l!.ToString()).ToList()
        where location is not ["response", ..]
        select new PrismRefusal(string.Join('.', location.SkipWhile(l => l == "request")), violation["code"]?.ToString() ?? "", violation["message"]!.ToString());
}

/// <summary>Something for which Prism refuses a request.</summary>
/// <param name="Location">The place in the request: <c>query.limit</c>; empty for the request itself.</param>
/// <param name="Code">The rule that is violated: <c>required</c>; empty if none is named.</param>
/// <param name="Message">What Prism says.</param>
internal sealed record PrismRefusal(string Location, string Code, string Message);
