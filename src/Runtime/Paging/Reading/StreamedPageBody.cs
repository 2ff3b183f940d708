using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>A page that is read while it arrives. Bodies of other charsets than UTF-8 are read whole and brought to it first.</summary>
internal sealed class StreamedPageBody<TItem>(WireType<TItem> item, JsonPointer items) : BodyType<StreamedPage<TItem>>
{
    internal override bool KeepsOpen => true;

    internal override async Task<StreamedPage<TItem>> ReadAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken) =>
        new(response, await OpenAsync(response, options, cancellationToken).ConfigureAwait(false), options, item, items) { Skip = Skip, Trace = Trace };

    /// <summary>What is written is a whole page, by the contract.</summary>
    internal override WrittenBody? Write(StreamedPage<TItem> value) => throw new NotSupportedException();

    /// <summary>The same body of which the first items are not wanted.</summary>
    public int Skip { get; init; }

    /// <summary>Takes the JSON of each item; null where nobody asks for it.</summary>
    public ItemsTrace? Trace { get; init; }

    private static async Task<Stream> OpenAsync(RawResponse response, ReadOptions options, CancellationToken cancellationToken)
    {
        if (BodyText.IsUtf8(response.ContentType))
        {
            response.ThrowIfAnnouncedTooLarge(options);
            try
            {
                return await response.OpenAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (RawResponse.IsBroken(e))
            {
                throw response.BrokenOff(e, default);
            }
        }
        using var body = await response.ReadAsync(options, cancellationToken).ConfigureAwait(false);
        return new MemoryStream(JsonBody.ToUtf8(response, body.Memory).ToArray(), writable: false);
    }
}
