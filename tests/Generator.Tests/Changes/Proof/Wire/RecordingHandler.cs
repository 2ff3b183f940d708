using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Generator.Tests.Changes.Proof.Wire;

/// <summary>A response that every request gets.</summary>
internal sealed record ServedResponse(int Status, string ContentType, byte[] Body, IReadOnlyList<(string Name, string Value)> Headers)
{
    public static ServedResponse Empty { get; } = new(204, "", [], []);

    public override string ToString() => $"{Status} {ContentType} {Encoding.UTF8.GetString(Body)}";
}

/// <summary>Writes down each request and responds to it.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    // More are pages of which each says that there is another.
    private const int MostRequests = 3;

    private readonly List<string> requests = [];

    public ServedResponse Response { get; set; } = ServedResponse.Empty;

    /// <summary>The last HTTP method.</summary>
    public string Method { get; private set; } = "";

    /// <summary>The requests as text, without what is not the same in each run.</summary>
    public IReadOnlyList<string> Requests => requests;

    public void Clear() => requests.Clear();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (requests.Count == MostRequests)
            throw new HttpRequestException("Enough was seen.");
        Method = request.Method.Method;
        requests.Add(await TextOf(request, cancellationToken));

        if (request.Content is not null && requests[^1].Contains("grant_type=", StringComparison.Ordinal))
            return new(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent("""{ "access_token": "token", "token_type": "Bearer", "expires_in": 3600 }""", Encoding.UTF8, "application/json") };

        var response = new HttpResponseMessage((HttpStatusCode)Response.Status) { RequestMessage = request, Content = new ByteArrayContent(Response.Body) };
        if (Response.ContentType.Length > 0)
            response.Content.Headers.TryAddWithoutValidation("Content-Type", Response.ContentType);
        foreach (var (name, value) in Response.Headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    private static async Task<string> TextOf(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var boundary = request.Content?.Headers.ContentType?.Parameters.FirstOrDefault(p => p.Name == "boundary")?.Value?.Trim('"');
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
            .Where(h => h.Key is not ("traceparent" or "User-Agent" or "Content-Length" or "Idempotency-Key"))
            .Select(h => $"{h.Key}: {h.Value}")
            .Order(StringComparer.OrdinalIgnoreCase);
        var text = $"{request.Method} {request.RequestUri!.OriginalString}\n{string.Join("\n", headers)}\n{BodyText(body)}";
        return boundary is null ? text : text.Replace(boundary, "boundary");
    }

    /// <summary>A body as text. The order of an object's properties says nothing.</summary>
    public static string BodyText(byte[] body)
    {
        try
        {
            return Sorted(JsonNode.Parse(body))?.ToJsonString() ?? "null";
        }
        catch (JsonException)
        {
            return Encoding.Latin1.GetString(body);
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
