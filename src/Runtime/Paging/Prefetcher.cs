using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Kiln.Runtime.Http;
using Kiln.Runtime.Timing;

namespace Kiln.Runtime.Paging;

/// <summary>Lets items be fetched while the caller works on earlier ones.</summary>
internal static class Prefetcher
{
    /// <summary>The same items, of which up to some number wait for the caller. When the caller stops, so does the fetching.</summary>
    /// <param name="walk">Creates the iteration, which reports its position.</param>
    /// <param name="start">Where the walk begins.</param>
    /// <param name="count">How many items may wait.</param>
    /// <param name="position">Receives the caller's position, in place of the iteration's.</param>
    /// <param name="cancellationToken">Ends both.</param>
    public static async IAsyncEnumerable<T> Run<T>(
        Func<PagePosition, CancellationToken, IAsyncEnumerable<T>> walk, ResumePosition start, int count, PagePosition? position,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<(T Item, ResumePosition After)>(new BoundedChannelOptions(count) { SingleReader = true, SingleWriter = true });
        var ahead = new PagePosition();
        var fetching = FetchAsync(walk(ahead, stop.Token), ahead, channel.Writer, stop.Token);
        var place = start;
        try
        {
            while (await IsMoreAsync(channel.Reader, place, cancellationToken).ConfigureAwait(false))
            {
                while (channel.Reader.TryRead(out var next))
                {
                    if (cancellationToken.IsCancellationRequested)
                        break; // the wait for more says so
                    place = next.After;
                    position?.MoveTo(place);
                    yield return next.Item;
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await fetching.ConfigureAwait(false);
        }
    }

    private static async ValueTask<bool> IsMoreAsync<T>(ChannelReader<T> items, ResumePosition place, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await items.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            // The walk is ahead of the caller, who may still want the items between the two. Other exceptions come behind all items.
            var canceled = cancellationToken.IsCancellationRequested ? TimeLimit.Canceled(e, cancellationToken) : e;
            ResumeTokens.Attach(canceled, place);
            throw canceled;
        }
    }

    // Never throws: what goes wrong reaches the caller through the channel, behind the items that came before it.
    private static async Task FetchAsync<T>(
        IAsyncEnumerable<T> items, PagePosition ahead, ChannelWriter<(T Item, ResumePosition After)> channel, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
                await channel.WriteAsync((item, ahead.Place!.Value), cancellationToken).ConfigureAwait(false);
            channel.Complete();
        }
        catch (Exception e)
        {
            channel.Complete(e);
        }
    }
}
