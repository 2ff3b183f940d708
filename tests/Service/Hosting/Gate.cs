namespace Acme.Service.Hosting;

/// <summary>Lets a stream send an item when a test says so, and tells when its caller has left.</summary>
public sealed class Gate : IDisposable
{
    private readonly SemaphoreSlim passes = new(0);
    private readonly SemaphoreSlim left = new(0);

    /// <summary>Lets one item pass.</summary>
    public void Open() => passes.Release();

    /// <summary>Waits until a caller has left a stream that waited here.</summary>
    public Task LeftAsync(CancellationToken cancellationToken) => left.WaitAsync(cancellationToken);

    public async Task PassAsync(CancellationToken cancellationToken)
    {
        try
        {
            await passes.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            left.Release();
            throw;
        }
    }

    public void Dispose()
    {
        passes.Dispose();
        left.Dispose();
    }
}
