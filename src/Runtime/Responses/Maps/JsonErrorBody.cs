using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>An error in JSON.</summary>
/// <param name="type">The type of the body, which is first used when an error is read.</param>
/// <param name="factory">Creates the exception.</param>
/// <param name="contentType">The content type with which the error is written.</param>
internal sealed class JsonErrorBody<TError>(
    Func<WireType<TError>> type, Func<ResponseDetails, TError?, ServiceException> factory, string contentType = "application/json") : ErrorBody
{
    internal override string Expected => typeof(TError).ToString();

    internal override ServiceException Make(ResponseDetails context, ReadOnlyMemory<byte> body) => factory(context, TryRead(context, body));

    internal override bool TryWrite<T>(T error, [NotNullWhen(true)] out WrittenBody? body)
    {
        body = error is TError value ? new(WireJson.Write(type(), value), contentType) : null;
        return body is not null;
    }

    private TError? TryRead(ResponseDetails context, ReadOnlyMemory<byte> body)
    {
        try
        {
            if (!BodyText.TryToUtf8(body, context.ContentType, out _, out var utf8))
                return default;
            var error = WireJson.Read(type(), utf8.Span, ReadOptions.Default, out var isRootRecognized);
            // Proxies have envelopes of their own; reading one as this would give an error in which nothing is said.
            return error is not WireModel || isRootRecognized ? error : default;
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            // Some services send a string that should be JSON as the text itself.
            return typeof(TError) == typeof(string) && IsPlainText(context.ContentType) && context.BodyText.Length > 0 ? (TError)(object)context.BodyText : default;
        }
    }

    private static bool IsPlainText(string? received) =>
        MediaTypeName.Of(received) is { } name && name.StartsWith("text/", StringComparison.Ordinal) && name is not ("text/html" or "text/xml" or "text/json");
}
