using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Runtime.Requests.Bodies;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>The place of a request that says which page is asked for: a query parameter, or a value of the JSON body. Immutable.</summary>
/// <param name="name">The name of the query parameter, or a JSON pointer into the body.</param>
/// <param name="inBody">Whether it is a value of the body.</param>
/// <param name="isJson">Whether the value of the body is written as the JSON that it is, a number for example, and not as a string.</param>
internal sealed class PageInput(string name, bool inBody, bool isJson)
{
    private readonly JsonPointer? place = inBody ? new(name) : null;

    /// <summary>Sets the value, which replaces that of the caller.</summary>
    public void Set(RequestInformation request, string value)
    {
        if (place is null)
            UrlQuery.Set(request, name, value);
        else
            request.WithJsonValue(name, isJson ? JsonNode.Parse(value) : JsonValue.Create(value));
    }

    /// <summary>Sets the value of a request that has none.</summary>
    public void Add(RequestInformation request, string value)
    {
        if (place is null)
            UrlQuery.Add(request, name, value);
        else
            Set(request, value);
    }

    /// <summary>The value that a request has; null for none.</summary>
    public string? Find(RequestInformation request)
    {
        if (place is null)
            return UrlQuery.Find(request.URI, name);
        if (request.Content is not { CanSeek: true } content)
            return null;
        content.Position = 0;
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        content.Position = 0;
        return FindIn(copy.GetBuffer().AsSpan(0, (int)copy.Length));
    }

    /// <summary>The value that a request has that was sent; null for none.</summary>
    public string? Find(Uri url, ReadOnlySpan<byte> body) => place is null ? UrlQuery.Find(url, name) : FindIn(body);

    private string? FindIn(ReadOnlySpan<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonPlace.Find(body, place!);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
