using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Text;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>A JSON body that is read whole.</summary>
/// <param name="type">What it is written as; null where it is not written.</param>
/// <param name="read">Makes the value of it.</param>
/// <param name="acceptsEmpty">Whether an empty body is the default value, and not an error.</param>
internal class JsonBody<T>(WireType<T>? type, JsonRead<T> read, bool acceptsEmpty = false) : BodyType<T>
{
    internal override BodyType<T> AcceptingEmpty() => new JsonBody<T>(type, read, acceptsEmpty: true);

    internal override WrittenBody? Write(T value) =>
        WrittenBody.Json(WireJson.Write(type ?? throw new NotSupportedException($"A {typeof(T).Name} is not written."), value));

    internal override async Task<T> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
    {
        using var body = await response.ReadAsync(options, cancellationToken).ConfigureAwait(false);
        var utf8 = JsonBody.ToUtf8(response, body.Memory);
        try
        {
            if (acceptsEmpty && JsonBody.IsEmpty(utf8))
                return default!;
            // The comparison costs nothing: it is made when the method is compiled, or is one of two pointers.
            if (typeof(T) == typeof(string) && ReceivedBody.IsPlainText(response.ContentType, utf8.Span))
                return (T)(object)Encoding.UTF8.GetString(JsonText.SkipByteOrderMark(utf8.Span));
            JsonBody.ThrowIfEmpty(response, utf8);
            return response.Undocumented is null ? read(utf8.Span, options) : ReadUndocumented(response, utf8, options);
        }
        catch (WireFormatException e)
        {
            throw response.Unreadable(e, body.Memory);
        }
    }

    // Of a status that the document does not have, an object that shares nothing with the model is something else, and not an empty model.
    private T ReadUndocumented(RawResponse response, ReadOnlyMemory<byte> utf8, ReadOptions options)
    {
        if (type is null || !typeof(T).IsAssignableTo(typeof(WireModel)))
            return read(utf8.Span, options);
        var value = WireJson.Read(type, utf8.Span, options, out var isRootRecognized);
        return isRootRecognized ? value : throw response.Unreadable($"that has no property of {typeof(T).Name}, as which the documented successes are read", utf8);
    }
}

/// <summary>Reads a value from a whole JSON text.</summary>
/// <exception cref="WireFormatException">The text is not JSON, or not of that type.</exception>
internal delegate T JsonRead<T>(ReadOnlySpan<byte> json, ReadOptions options);

/// <summary>What all readers of JSON bodies share.</summary>
internal static class JsonBody
{
    public static ReadOnlyMemory<byte> ToUtf8(RawResponse response, ReadOnlyMemory<byte> body) => ToUtf8(response, body, response.ContentType);

    /// <param name="response">The response.</param>
    /// <param name="body">Its body.</param>
    /// <param name="contentType">A media type with the charset of the body.</param>
    public static ReadOnlyMemory<byte> ToUtf8(RawResponse response, ReadOnlyMemory<byte> body, string? contentType)
    {
        try
        {
            if (BodyText.TryToUtf8(body, contentType, out var unknown, out var utf8))
                return utf8;
            throw response.Unreadable($"of a charset that is not known ({MessageText.OneLine(unknown)})", body);
        }
        catch (DecoderFallbackException e)
        {
            throw new ResponseBodyException(response.Describe(body), "that is not of its declared charset", "$", e.Index, e);
        }
    }

    public static bool IsEmpty(ReadOnlyMemory<byte> utf8)
    {
        // Mostly the first byte tells.
        foreach (var b in JsonText.SkipByteOrderMark(utf8.Span))
        {
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return false;
        }
        return true;
    }

    public static void ThrowIfEmpty(RawResponse response, ReadOnlyMemory<byte> utf8)
    {
        if (IsEmpty(utf8))
            throw response.Unreadable("that is empty, where JSON was expected");
    }
}
