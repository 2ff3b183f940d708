using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Text;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>A JSON body that is read whole.</summary>
/// <param name="read">Makes the value of it.</param>
/// <param name="acceptsEmpty">Whether an empty body is the default value, and not an error.</param>
internal sealed class JsonBody<T>(JsonRead<T> read, bool acceptsEmpty = false) : BodyType<T>
{
    internal override BodyType<T> AcceptingEmpty() => new JsonBody<T>(read, acceptsEmpty: true);

    internal override async Task<T> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
    {
        using var body = await response.ReadAsync(options, cancellationToken).ConfigureAwait(false);
        var utf8 = JsonBody.ToUtf8(response, body.Memory);
        try
        {
            if (acceptsEmpty && JsonBody.IsEmpty(utf8))
                return default!;
            JsonBody.ThrowIfEmpty(response, utf8);
            return read(utf8.Span, options);
        }
        catch (WireFormatException e)
        {
            throw response.Unreadable(e, body.Memory);
        }
    }
}

/// <summary>Reads a value from a whole JSON text.</summary>
/// <exception cref="WireFormatException">The text is not JSON, or not of that type.</exception>
internal delegate T JsonRead<T>(ReadOnlySpan<byte> json, ReadOptions options);

/// <summary>What all readers of JSON bodies share.</summary>
internal static class JsonBody
{
    public static ReadOnlyMemory<byte> ToUtf8(RawResponse response, ReadOnlyMemory<byte> body)
    {
        try
        {
            if (BodyText.TryToUtf8(body, response.ContentType, out var unknown, out var utf8))
                return utf8;
            throw response.Unreadable($"of a charset that is not known ({MessageText.OneLine(unknown)})", body);
        }
        catch (DecoderFallbackException e)
        {
            throw new ResponseBodyException(response.Describe(body), "that is not of its declared charset", "$", e.Index, e);
        }
    }

    public static bool IsEmpty(ReadOnlyMemory<byte> utf8) => JsonText.SkipByteOrderMark(utf8.Span).IndexOfAnyExcept(" \t\r\n"u8) < 0;

    public static void ThrowIfEmpty(RawResponse response, ReadOnlyMemory<byte> utf8)
    {
        if (IsEmpty(utf8))
            throw response.Unreadable("that is empty, where JSON was expected");
    }
}
