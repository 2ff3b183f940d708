using System.Threading.Channels;

namespace Kiln.Runtime.Contracts;

/// <summary>Appends responses to a file, one JSON object per line, behind the calls: a disk that is slow or full costs records, and no call.</summary>
internal sealed class TrafficRecorder : IAsyncDisposable, IDisposable
{
    private const int MaxWaiting = 256;

    private readonly object gate = new();
    private readonly FileStream file;
    private readonly ContractObserverOptions options;
    private readonly Channel<byte[]> lines;
    private readonly Task writing;
    private DateTimeOffset minute;
    private int inMinute;
    private long dropped;
    private long reserved;

    public TrafficRecorder(string path, ContractObserverOptions options)
    {
        this.options = options;
        file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        reserved = file.Length;
        lines = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
        writing = Task.Run(WriteAsync);
    }

    public long Dropped => Interlocked.Read(ref dropped);

    public Exception? Failure { get; private set; }

    public void Record(ObservedResponse response, DateTimeOffset now)
    {
        if (!IsWithinRate(now))
        {
            Interlocked.Increment(ref dropped);
            return;
        }
        var line = TrafficRecord.Write(response, now, options.RecordBodies);
        if (Interlocked.Add(ref reserved, line.Length) > options.MaxRecordingBytes || !lines.Writer.TryWrite(line))
        {
            Interlocked.Add(ref reserved, -line.Length);
            Interlocked.Increment(ref dropped);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lines.Writer.TryComplete();
        await writing.ConfigureAwait(false);
    }

    public void Dispose()
    {
        lines.Writer.TryComplete();
        writing.GetAwaiter().GetResult();
    }

    private bool IsWithinRate(DateTimeOffset now)
    {
        lock (gate)
        {
            if (now - minute >= TimeSpan.FromMinutes(1) || now < minute)
                (minute, inMinute) = (now, 0);
            return ++inMinute <= options.MaxRecordsPerMinute;
        }
    }

    private async Task WriteAsync()
    {
        await using (file.ConfigureAwait(false))
        {
            await foreach (var line in lines.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                if (Failure is not null)
                {
                    Interlocked.Increment(ref dropped);
                    continue;
                }
                try
                {
                    await file.WriteAsync(line).ConfigureAwait(false);
                    // A process that ends at once keeps what was recorded.
                    if (lines.Reader.Count == 0)
                        await file.FlushAsync().ConfigureAwait(false);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    Failure = e;
                    Interlocked.Increment(ref dropped);
                }
            }
        }
    }
}
