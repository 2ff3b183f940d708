using System.Text;
using System.Text.Json;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Wire;

namespace Kiln.Testing;

/// <summary>A request as it would have been sent. Immutable and thread-safe.</summary>
public sealed class RecordedRequest
{
    private const int LongestShown = 200;

    private RecordedRequest(HttpRequestMessage message, ReadOnlyMemory<byte> body)
    {
        Method = message.Method;
        Uri = message.RequestUri!;
        Template = ExpectedResponse.TemplateOf(message);
        MediaType = ExpectedResponse.MediaTypeOf(message);
        Query = QueryText.Parse(Uri.Query).ToLookup(p => p.Key, p => p.Value);
        Headers = message.Headers.Concat(message.Content?.Headers.AsEnumerable() ?? [])
            .SelectMany(h => h.Value, (h, value) => (h.Key, value))
            .ToLookup(h => h.Key, h => h.value, StringComparer.OrdinalIgnoreCase);
        Body = body;
        BodyText = Encoding.UTF8.GetString(body.Span);
        Json = ParseJson();
    }

    /// <summary>Gets the method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Gets the absolute URL with its query.</summary>
    public Uri Uri { get; }

    /// <summary>Gets the path of the URL, percent-encoded, with that of the base URL: <c>/v2/pets/5</c>.</summary>
    public string Path => Uri.AbsolutePath;

    /// <summary>Gets the path of the operation as a URI template (RFC 6570), <c>{+baseurl}/pets/{petId}</c>; null if an SDK of another generator has sent the request.</summary>
    public string? Template { get; }

    /// <summary>What the method asks for, if it is not the operation's first one.</summary>
    internal string? MediaType { get; }

    /// <summary>Gets the values of each query parameter in their order, decoded, by its case-sensitive name; none for a name that the URL does not have.</summary>
    public ILookup<string, string> Query { get; }

    /// <summary>Gets the values of each header, those of the body included, by its name in any case; none for a header that the request does not have.</summary>
    public ILookup<string, string> Headers { get; }

    /// <summary>Gets the body as it would have been sent; empty if there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets the body as text in UTF-8; empty if there is none.</summary>
    public string BodyText { get; }

    /// <summary>Gets the body as JSON; null if it is not JSON.</summary>
    public JsonElement? Json { get; }

    /// <summary>Returns the JSON body as a model: <c>fake.Requests[0].ReadBody&lt;Pet>()</c>.</summary>
    /// <exception cref="WireFormatException">The body is not JSON, or not an object.</exception>
    public T ReadBody<T>()
        where T : WireModel, IWireModel<T> => ReadBody(WireType.Model<T>());

    /// <summary>Returns the JSON body as a value of a type.</summary>
    /// <exception cref="WireFormatException">The body is not JSON, or not of the type.</exception>
    public T ReadBody<T>(WireType<T> type) => WireJson.Read(type, Body.Span);

    /// <summary>Returns the method, the path with the query, and the beginning of the body.</summary>
    public override string ToString()
    {
        var text = $"{Method} {Uri.PathAndQuery}";
        return BodyText.Length == 0 ? text : $"{text} with the body {(BodyText.Length > LongestShown ? BodyText[..LongestShown] + "…" : BodyText)}";
    }

    internal static async Task<RecordedRequest> ReadAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        new(message, message.Content is null ? default : await message.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));

    private JsonElement? ParseJson()
    {
        if (Body.IsEmpty)
            return null;
        try
        {
            using var json = JsonDocument.Parse(Body);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
