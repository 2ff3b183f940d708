using System.Buffers;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Text;
using Kiln.Runtime.Timing;

namespace Kiln.Runtime.Responses;

/// <summary>One download: copies a body, and goes on where it breaks off, as far as the service allows that.</summary>
internal sealed class Download(ResponseStream source, RawResponse? response, Stream destination, IProgress<DownloadProgress>? progress)
{
    private const int BufferSize = 128 * 1024;

    // Less than this between two breaks counts as nothing, so that a connection which brings a byte at a time comes to an end.
    private const int Headway = 64 * 1024;

    private readonly ReadOptions options = response?.Continuation?.Options ?? ReadOptions.Default;
    private readonly RetryOptions retries = response?.Continuation?.Retries ?? RetryOptions.Default;
    private CancellationTokenSource timer = new(Timeout.InfiniteTimeSpan, response?.Continuation?.Options.TimeProvider ?? TimeProvider.System);
    private long reported = -1;
    private long resumedAt;
    private int failures;

    private TimeProvider Time => options.TimeProvider;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            Report(isLast: true);
            while (await ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                Report(isLast: false);
            }
            await destination.FlushAsync(cancellationToken).ConfigureAwait(false);
            Report(isLast: true);
        }
        finally
        {
            timer.Dispose();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Reports are mostly drawn, and a piece is small: one for each would cost more than the download.
    private void Report(bool isLast)
    {
        if (progress is null || source.Received == reported || !isLast && source.Received - reported < Headway)
            return;
        reported = source.Received;
        progress.Report(new(reported, source.ContentLength));
    }

    private async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            Exception broken;
            try
            {
                var read = await ReadInTimeAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (read > 0 || source.ContentLength is not { } length || source.Received >= length)
                    return read;
                broken = new HttpIOException(HttpRequestError.ResponseEnded, "The body ended before its announced length.");
            }
            catch (Exception e) when (e is IOException or TimeoutException)
            {
                broken = e;
            }
            await ResumeAsync(broken, cancellationToken).ConfigureAwait(false);
        }
    }

    // A connection over which nothing comes any more is as good as broken.
    private async ValueTask<int> ReadInTimeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (!timer.TryReset())
        {
            timer.Dispose();
            timer = new(Timeout.InfiniteTimeSpan, Time);
        }
        timer.CancelAfter(options.BodyTimeout);
        using var link = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), timer);
        try
        {
            return await source.ReadAsync(buffer, timer.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (TimeLimit.MayBeCanceled(e) && cancellationToken.IsCancellationRequested)
        {
            throw TimeLimit.Canceled(e, cancellationToken);
        }
        catch (Exception e) when (TimeLimit.MayBeCanceled(e) && timer.IsCancellationRequested)
        {
            throw new TimeoutException($"Nothing came within {options.BodyTimeout.TotalSeconds:0.###} seconds.", e);
        }
        finally
        {
            timer.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private async Task ResumeAsync(Exception broken, CancellationToken cancellationToken)
    {
        if (source.Received - resumedAt >= Headway)
            failures = 0;
        resumedAt = source.Received;
        var validator = RangeResponse.ValidatorOf(source.Headers);
        if (Obstacle(validator) is { } obstacle)
            throw Failed(obstacle, broken);
        while (true)
        {
            if (failures == retries.MaxRetries)
                throw Failed(failures == 0 ? "resuming is off (RetryOptions.MaxRetries is 0)" : $"{failures} attempts to resume it failed", broken);
            var wait = retries.Backoff(failures++);
            retries.OnRetry?.Invoke(new(failures, retries.MaxRetries, null, wait, response!.ShownUri) { Exception = broken });
            await Task.Delay(wait, Time, cancellationToken).ConfigureAwait(false);
            try
            {
                await GoOnAsync(validator!, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or TimeoutException or (IOException and not DownloadException))
            {
                broken = e;
            }
        }
    }

    private async Task GoOnAsync(string validator, CancellationToken cancellationToken)
    {
        var continuation = response!.Continuation!;
        var rest = await continuation.AskAsync!(source.Received, validator, cancellationToken).ConfigureAwait(false);
        try
        {
            var mismatch = rest.StatusCode switch
            {
                206 => RangeResponse.Mismatch(rest, source.Received, source.ContentLength!.Value, validator),
                416 => "the content has changed: it is shorter now (416)",
                >= 200 and <= 299 => $"the service sent the content from its start ({rest.StatusCode}), since it has changed or cannot be sent in parts",
                _ => throw Failed("the request for the rest failed", await continuation.FailAsync(rest, cancellationToken).ConfigureAwait(false)),
            };
            if (mismatch is not null)
                throw Failed(mismatch, null);
            source.Replace(rest, await rest.OpenAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            rest.Dispose();
            throw;
        }
    }

    private string? Obstacle(string? validator)
    {
        if (response?.Continuation?.AskAsync is null || source.StatusCode != 200)
            return "only a whole body that a GET without a range of its own has asked for can be resumed";
        if (!RangeResponse.AcceptsBytes(source.Headers))
            return "the service does not say that it sends parts (Accept-Ranges: bytes)";
        if (source.ContentLength is null)
            return "the service does not say how long the content is";
        return validator is null ? "the service does not say by what a changed content could be told (a strong ETag, or Last-Modified)" : null;
    }

    private DownloadException Failed(string reason, Exception? inner)
    {
        var url = response?.ShownUri;
        var of = source.ContentLength is { } length ? $" of {length}" : "";
        var why = inner is null ? "" : $": {MessageText.OneLine(inner.Message)}";
        return new($"The download{(url is null ? "" : $" of {MessageText.OneLine(url)}")} broke off after {source.Received}{of} bytes, and was not resumed: {reason}{why}", source.Received, inner);
    }
}
