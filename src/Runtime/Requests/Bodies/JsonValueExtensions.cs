using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests.Bodies;

/// <summary>Sets single values of a JSON body that was set before, which what the body was made from does not see.</summary>
public static class JsonValueExtensions
{
    // As deep as bodies are written.
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 1000 };

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    /// <summary>Sets a value of the request's JSON body. Objects on the way to it that are missing are added; without a body, one is made of the type <c>application/json</c>.</summary>
    /// <param name="request">The request, whose body is in memory.</param>
    /// <param name="pointer">The JSON pointer (RFC 6901) of the value, which leads through objects only.</param>
    /// <param name="value">The value; null for JSON null.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The pointer is empty or invalid.</exception>
    /// <exception cref="InvalidOperationException">The body is not a JSON object, or the pointer leads through a value that is none.</exception>
    public static RequestInformation WithJsonValue(this RequestInformation request, string pointer, JsonNode? value)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(pointer);
        var tokens = new JsonPointer(pointer).Tokens;
        var body = Read(request);
        var parent = body;
        foreach (var token in tokens.SkipLast(1))
            parent = Child(parent, token);
        parent[tokens[^1]] = value;

        var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Writing))
            body.WriteTo(writer);
        bytes.Position = 0;
        var before = request.Content;
        request.SetStreamContent(bytes, "application/json");
        before?.Dispose();
        return request;
    }

    private static JsonObject Read(RequestInformation request)
    {
        // Kiota's Content is never null once it was asked for, but may be empty.
        if (request.Content is not { } content || (content.CanSeek && content.Length == 0))
            return [];
        try
        {
            return JsonNode.Parse(content, documentOptions: Reading) as JsonObject ?? throw NoObject(null);
        }
        catch (JsonException e)
        {
            throw NoObject(e);
        }
    }

    private static JsonObject Child(JsonObject parent, string token)
    {
        if (parent[token] is { } child)
            return child as JsonObject ?? throw new InvalidOperationException($"The value '{Text.MessageText.OneLine(token)}' of the body is not an object.");
        var added = new JsonObject();
        parent[token] = added;
        return added;
    }

    private static InvalidOperationException NoObject(Exception? inner) => new("The body of the request is not a JSON object, so that no value of it can be set.", inner);
}
