using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Text;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <param name="type">What the body holds.</param>
/// <param name="frame">What it needs to be a page; null for other bodies.</param>
internal sealed class JsonBody<T>(WireType<T> type, PageFrame? frame = null) : BodyType<T>
{
    internal override async Task<T> ReadAsync(Answer answer, ReadOptions options, CancellationToken cancellationToken)
    {
        using var body = await answer.ReadAsync(options, cancellationToken).ConfigureAwait(false);
        var utf8 = JsonBody.ToUtf8(answer, body.Memory);
        try
        {
            JsonBody.ThrowIfEmpty(answer, utf8);
            return WireJson.Read(type, utf8.Span, options, frame);
        }
        catch (WireFormatException e)
        {
            throw answer.Unreadable(e, body.Memory);
        }
    }
}

/// <summary>What all readers of JSON bodies share.</summary>
internal static class JsonBody
{
    public static ReadOnlyMemory<byte> ToUtf8(Answer answer, ReadOnlyMemory<byte> body)
    {
        try
        {
            if (BodyText.TryToUtf8(body, answer.ContentType, out var unknown, out var utf8))
                return utf8;
            throw answer.Unreadable($"of a charset that is not known ({MessageText.OneLine(unknown)})", body);
        }
        catch (DecoderFallbackException e)
        {
            throw new ResponseBodyException(answer.Describe(body), "that is not of its declared charset", "$", e.Index, e);
        }
    }

    public static void ThrowIfEmpty(Answer answer, ReadOnlyMemory<byte> utf8)
    {
        if (WireJson.SkipByteOrderMark(utf8.Span).IndexOfAnyExcept(" \t\r\n"u8) < 0)
            throw answer.Unreadable("that is empty, where JSON was expected");
    }
}
