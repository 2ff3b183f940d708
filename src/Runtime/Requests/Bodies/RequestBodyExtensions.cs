using System.Net.Http.Headers;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests.Bodies;

/// <summary>Sets bodies of requests that are neither JSON nor text. A <c>Content-Type</c> header that the caller has set is not replaced.</summary>
public static class RequestBodyExtensions
{
    private const string ContentType = "Content-Type";

    /// <summary>Sets a multipart body (RFC 2046, section 5.1; for <c>multipart/form-data</c> RFC 7578), whose files are read while it is sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="form">The parts.</param>
    /// <param name="contentType">The media type; a boundary is added unless it has one, and for <c>multipart/related</c> the type of the first part (RFC 2387).</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">A value, a name or a header of a part cannot be sent, or the content type that the caller has set is not one of <c>multipart/*</c>.</exception>
    /// <exception cref="FileNotFoundException">The file of a part is missing.</exception>
    public static RequestInformation SetMultipartContent(this RequestInformation request, MultipartForm form, string contentType = "multipart/form-data")
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(form);
        if (!MediaTypeHeaderValue.TryParse(TypeOf(request, contentType), out var type) || type.MediaType is not { } name || !name.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("The content type of a form with parts must be one of multipart/*, such as multipart/form-data.", nameof(contentType));
        var declared = type.Parameters.FirstOrDefault(p => p.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase));
        var parts = new MultipartParts(declared?.Value?.Trim('"') ?? MultipartParts.NewBoundary());
        form.AddAllTo(parts);
        if (declared is null)
            type.Parameters.Add(new("boundary", $"\"{parts.Boundary}\""));
        if (IsRelated(type) && parts.FirstType is { } first && !type.Parameters.Any(p => p.Name.Equals("type", StringComparison.OrdinalIgnoreCase)))
            type.Parameters.Add(new("type", $"\"{first.Split(';')[0].Trim()}\""));
        request.Headers.Remove(ContentType);
        request.SetStreamContent(parts.ToStream(), type.ToString());
        return request;
    }

    /// <summary>Sets an URL-encoded form: the properties of an object are its fields. Read-only properties are left out, and so are null ones.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">The type of the form, whose JSON is an object.</param>
    /// <param name="form">The form.</param>
    /// <param name="encoding">The styles of fields; null for none. A field without one is JSON if it is an object, and a field for each item if it is a list.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The value is not an object, or a field cannot be sent; the message names the field.</exception>
    public static RequestInformation SetFormContent<T>(
        this RequestInformation request, WireType<T> type, T form, IReadOnlyList<(string Name, ParameterStyle Style)>? encoding = null, string contentType = "application/x-www-form-urlencoded")
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(form);
        request.SetStreamContent(new MemoryStream(FormContent.Encode(ParameterFlattener.ToJson("body", type, form), encoding), writable: false), contentType);
        return request;
    }

    /// <summary>Sets a JSON Patch (RFC 6902).</summary>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">A value cannot be written as JSON.</exception>
    public static RequestInformation SetJsonPatchContent(this RequestInformation request, JsonPatch patch, string contentType = "application/json-patch+json")
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(patch);
        using var writer = new WireWriter { IsRequest = true };
        patch.Write(writer);
        request.SetStreamContent(new MemoryStream(writer.Written.ToArray(), writable: false), contentType);
        return request;
    }

    /// <summary>Sets items as JSON, each on a line of its own (NDJSON, JSON Lines) or, for <c>application/json-seq</c>, behind a record separator (RFC 7464).</summary>
    /// <param name="request">The request. It cannot be sent again by a retry.</param>
    /// <param name="type">The type of an item.</param>
    /// <param name="items">The items, each asked for when the one before was sent. Its cancellation token is canceled when the call ends early.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The request.</returns>
    public static RequestInformation SetJsonLinesContent<T>(this RequestInformation request, WireType<T> type, IAsyncEnumerable<T> items, string contentType = "application/x-ndjson")
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(contentType);
        request.SetStreamContent(new JsonLinesStream<T>(items, type, TypeOf(request, contentType).Contains("json-seq", StringComparison.OrdinalIgnoreCase)), contentType);
        return request;
    }

    /// <summary>Sets an XML body: a text in the charset of the content type, UTF-8 if it has none, or a stream as it is.</summary>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The text cannot be sent in the charset.</exception>
    public static RequestInformation SetXmlContent(this RequestInformation request, XmlBody xml, string contentType = "application/xml")
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(xml);
        if (xml.Text is { } text)
            return request.SetStringContent(text, contentType);
        request.SetStreamContent(xml.Stream!, contentType);
        return request;
    }

    /// <summary>Returns a stream that a call does not dispose: it reads this one, which stays open.</summary>
    /// <example><c>await client.Files.PutAsync(stream.LeaveOpen());</c></example>
    public static Stream LeaveOpen(this Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new UnclosedStream(stream);
    }

    // What the caller has set comes before what the document says.
    private static string TypeOf(RequestInformation request, string contentType) =>
        request.Headers.TryGetValue(ContentType, out var values) && values.FirstOrDefault() is { } own ? own : contentType;

    private static bool IsRelated(MediaTypeHeaderValue type) => "multipart/related".Equals(type.MediaType, StringComparison.OrdinalIgnoreCase);
}
