using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Text;

namespace Kiln.Runtime.Streaming;

/// <summary>A body that is read item by item; null for a response without one.</summary>
internal sealed class ItemStreamBody<T>(ItemStreamType<T> type, ErrorMap errors, TimeSpan idleTimeout) : BodyType<ItemReader<T>?>
{
    internal override bool KeepsOpen => true;

    internal override bool IsDocumented(int statusCode) => StreamResponse.IsAbsent(statusCode);

    /// <summary>What is written are items, by their type.</summary>
    internal override WrittenBody? Write(ItemReader<T>? value) => throw new NotSupportedException();

    internal override async Task<ItemReader<T>?> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken) => StreamResponse.IsAbsent(response.StatusCode)
        ? null
        : new(response, ToUtf8(response, await StreamResponse.OpenAsync(response, cancellationToken).ConfigureAwait(false)), options, type, errors, idleTimeout);

    private static Stream ToUtf8(RawResponse response, Stream body)
    {
        if (BodyText.IsUtf8(response.ContentType))
            return body;
        var encoding = BodyText.EncodingOf(response.ContentType)
            ?? throw response.Unreadable($"of a charset that is not known ({MessageText.OneLine(response.ContentType ?? "")})");
        var strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return Encoding.CreateTranscodingStream(body, strict, Encoding.UTF8);
    }
}
