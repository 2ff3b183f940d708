using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>An error that is a text.</summary>
/// <param name="factory">Creates the exception.</param>
internal sealed class TextErrorBody(Func<ResponseDetails, string?, ServiceException> factory) : ErrorBody
{
    internal override string Expected => typeof(string).ToString();

    internal override ServiceException Make(ResponseDetails context, ReadOnlyMemory<byte> body) => factory(context, Read(context, body));

    internal override bool TryWrite<T>(T error, [NotNullWhen(true)] out WrittenBody? body)
    {
        body = error is string text ? new(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8") : null;
        return body is not null;
    }

    private static string? Read(ResponseDetails context, ReadOnlyMemory<byte> body)
    {
        if (context.BodyText.Length == 0)
            return null;
        if (MediaTypeName.Of(context.ContentType) is not { } name || MediaTypeName.IsText(name))
            return context.BodyText;
        return MediaTypeName.IsJson(name) ? ReadJson(context, body) : null;
    }

    private static string? ReadJson(ResponseDetails context, ReadOnlyMemory<byte> body)
    {
        try
        {
            return BodyText.TryToUtf8(body, context.ContentType, out _, out var utf8) ? WireJson.Read(WireType.String, utf8.Span, ReadOptions.Default) : null;
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}
