using Kiln.Runtime.Responses;

namespace Kiln.Runtime.Streaming;

/// <summary>Says of an exception before which item of a stream it came.</summary>
internal static class ItemErrors
{
    /// <summary>The exception with the index of the item.</summary>
    public static ResponseBodyException At(this ResponseBodyException e, long index)
    {
        e.ItemIndex = index;
        return e;
    }

    /// <summary>Waits for more of a body.</summary>
    /// <param name="window">The piece of the body that has come.</param>
    /// <param name="index">The index of the item that is waited for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ResponseBodyException">The body broke off, or the item is too large.</exception>
    public static async ValueTask FillAsync(this BodyReadBuffer window, long index, CancellationToken cancellationToken)
    {
        try
        {
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ResponseBodyException e)
        {
            e.At(index);
            throw;
        }
    }
}
