using Kiln.Runtime.Contracts;

namespace Kiln.Runtime.Responses;

/// <summary>A body that the caller reads. Fakes may give any stream for it.</summary>
internal sealed class StreamBody : BodyType<ResponseStream>, IBodyWriter<Stream>
{
    private const string AnyType = "application/octet-stream";

    internal override bool KeepsOpen => true;

    internal override bool ReadsRedirects => true;

    internal override WrittenBody? Write(ResponseStream value) => new(BytesOf(value), value.ContentType ?? AnyType)
    {
        StatusCode = value.StatusCode == 200 ? null : value.StatusCode,
        Headers = value.Headers,
    };

    WrittenBody? IBodyWriter<Stream>.Write(Stream value) => value is ResponseStream response ? Write(response) : new(BytesOf(value), AnyType);

    internal override async Task<ResponseStream> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
    {
        // What a redirect has is a note for people, and not what was asked for.
        if (!SuccessStatuses.IsAny(response.StatusCode))
            return new(response, Stream.Null);
        try
        {
            return new(response, await response.OpenAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (RawResponse.IsBroken(e))
        {
            throw response.BrokenOff(e, default);
        }
    }

    private static byte[] BytesOf(Stream value)
    {
        using var bytes = new MemoryStream();
        value.CopyTo(bytes);
        return bytes.ToArray();
    }
}
