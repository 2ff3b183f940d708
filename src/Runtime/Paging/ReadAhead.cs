using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Kiln.Runtime.Paging;

/// <summary>Lets items be fetched while the caller works on earlier ones.</summary>
internal static class ReadAhead
{
    /// <summary>The same items, of which up to some number wait for the caller. When the caller stops, so does the fetching.</summary>
    public static async IAsyncEnumerable<T> Run<T>(IAsyncEnumerable<T> items, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(count) { SingleReader = true, SingleWriter = true });
        var fetching = FetchAsync(items, channel.Writer, stop.Token);
        try
        {
            while (await channel.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (channel.Reader.TryRead(out var item))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return item;
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await fetching.ConfigureAwait(false);
        }
    }

    // Never throws: what goes wrong reaches the caller through the channel, behind the items that came before it.
    private static async Task FetchAsync<T>(IAsyncEnumerable<T> items, ChannelWriter<T> channel, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
                await channel.WriteAsync(item, cancellationToken).ConfigureAwait(false);
            channel.Complete();
        }
        catch (Exception e)
        {
            channel.Complete(e);
        }
    }
}
