using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Paging;

/// <summary>A page that is read while it arrives. Bodies of other charsets than UTF-8 are read whole and brought to it first.</summary>
internal sealed class ArrivingPageBody<TItem>(WireType<TItem> item, JsonPointer items) : BodyType<ArrivingPage<TItem>>
{
    internal override bool KeepsOpen => true;

    internal override async Task<ArrivingPage<TItem>> ReadAsync(Answer answer, ReadOptions options, CancellationToken cancellationToken) =>
        new(answer, await OpenAsync(answer, options, cancellationToken).ConfigureAwait(false), options, item, items) { Skip = Skip };

    /// <summary>The same body of which the first items are not wanted.</summary>
    public int Skip { get; init; }

    private static async Task<Stream> OpenAsync(Answer answer, ReadOptions options, CancellationToken cancellationToken)
    {
        if (BodyText.IsUtf8(answer.ContentType))
        {
            answer.ThrowIfAnnouncedTooLarge(options);
            try
            {
                return await answer.OpenAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (Answer.IsBroken(e))
            {
                throw answer.BrokenOff(e, default);
            }
        }
        using var body = await answer.ReadAsync(options, cancellationToken).ConfigureAwait(false);
        return new MemoryStream(JsonBody.ToUtf8(answer, body.Memory).ToArray(), writable: false);
    }
}
