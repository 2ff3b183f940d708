using System.Runtime.ExceptionServices;

namespace Kiln.Runtime.Streaming;

/// <summary>One enumeration of items.</summary>
/// <param name="open">Sends the request; its result is null for a response without a body.</param>
/// <param name="cancellationToken">The caller's token.</param>
internal sealed class ItemEnumerator<T>(Func<CancellationToken, Task<ItemReader<T>?>> open, CancellationToken cancellationToken) : IAsyncEnumerator<T>
{
    private ItemReader<T>? reader;
    private bool isOver;
    private T current = default!;

    public T Current => current;

    public ValueTask<bool> MoveNextAsync()
    {
        if (reader is null || cancellationToken.IsCancellationRequested)
            return MoveOnAsync();
        try
        {
            // Most items have come with the one before them.
            return reader.TryRead(out current!) ? new(true) : MoveOnAsync();
        }
        catch (Exception e)
        {
            return FailAsync(e);
        }
    }

    public ValueTask DisposeAsync()
    {
        isOver = true;
        var opened = reader;
        reader = null;
        return opened?.DisposeAsync() ?? default;
    }

    private async ValueTask<bool> FailAsync(Exception e)
    {
        await DisposeAsync().ConfigureAwait(false);
        ExceptionDispatchInfo.Throw(e);
        return false;
    }

    private async ValueTask<bool> MoveOnAsync()
    {
        if (isOver)
            return false;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader ??= await open(cancellationToken).ConfigureAwait(false);
            while (reader is { IsEnd: false })
            {
                if (reader.TryRead(out current!))
                    return true;
                if (!reader.IsEnd)
                    await reader.FillAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            await DisposeAsync().ConfigureAwait(false);
            throw;
        }
        await DisposeAsync().ConfigureAwait(false);
        return false;
    }
}
