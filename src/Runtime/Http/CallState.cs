using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>
/// What the handlers have to know of a call, as an option of its request: what the request was before authentication added to it, whether its body
/// can be sent again, and until when the call may go on.
/// </summary>
internal sealed class CallState : IRequestOption
{
    private static readonly HttpRequestOptionsKey<IRequestOption> Key = new(typeof(CallState).FullName!);

    private readonly HashSet<string> headers;
    private readonly bool canResend;
    private readonly long end;

    /// <param name="request">The request, before it is authenticated.</param>
    /// <param name="limit">How long the call may take from now on.</param>
    /// <param name="time">The clock.</param>
    public CallState(RequestInformation request, TimeSpan limit, TimeProvider time)
    {
        // Authentication adds to the request itself, which the caller may send again.
        var before = request.GetRequestOption<CallState>();
        headers = before?.headers ?? new(request.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Target = before?.Target ?? request.URI;
        UrlTemplate = request.UrlTemplate;
        canResend = request.Content?.CanSeek != false;
        Time = time;
        end = limit == Timeout.InfiniteTimeSpan ? long.MaxValue : time.GetTimestamp() + (long)(limit.TotalSeconds * time.TimestampFrequency);
    }

    /// <summary>The URL without what authentication may put into its query.</summary>
    public Uri Target { get; }

    /// <summary>Kiota's template of the URL; null for none.</summary>
    public string? UrlTemplate { get; }

    /// <summary>The URL that was sent first, with what authentication put into its query; null until it was sent by a handler of this runtime.</summary>
    public Uri? Asked { get; set; }

    public TimeProvider Time { get; }

    /// <summary>The rate limit that the document has for the operation; null for none.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>The call as it is observed; null if nobody does.</summary>
    public ICallActivity? Activity { get; init; }

    /// <summary>What code of the caller's has thrown in the middle of the sending, which is to reach the caller as it is.</summary>
    public Exception? CallbackException { get; private set; }

    /// <summary>How long the call may still take; zero if its time is over, <see cref="TimeSpan.MaxValue"/> without a limit.</summary>
    public TimeSpan Remaining
    {
        get
        {
            if (end == long.MaxValue)
                return TimeSpan.MaxValue;
            var remaining = Time.GetElapsedTime(Time.GetTimestamp(), end);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }

    /// <summary>The state of a request's call; null if the request was not made by a call of this runtime.</summary>
    public static CallState? Of(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Key, out var option) ? option as CallState : null;

    /// <summary>Whether a request's body can be sent a second time. Of a request that somebody else made, only content that is known to be in memory can.</summary>
    public static bool CanResend(HttpRequestMessage request) =>
        request.Content is null or ByteArrayContent or ReadOnlyMemoryContent || Of(request)?.canResend == true;

    /// <summary>Calls the caller back.</summary>
    public static void Notify<T>(CallState? state, Action<T>? callback, T notice)
    {
        try
        {
            callback?.Invoke(notice);
        }
        catch (Exception e) when (state is not null)
        {
            state.CallbackException = e;
            throw;
        }
    }

    /// <summary>Takes a step of the caller's own code, which is mostly over at once.</summary>
    public static Task StepAsync(CallState? state, Func<Task> step)
    {
        Task task;
        try
        {
            task = step();
        }
        catch (Exception e) when (state is not null)
        {
            state.CallbackException = e;
            throw;
        }
        return state is null || task.IsCompletedSuccessfully ? task : AwaitAsync(state, task);
    }

    /// <summary>Whether the request had a header before it was authenticated.</summary>
    public bool Had(string header) => headers.Contains(header);

    private static async Task AwaitAsync(CallState state, Task step)
    {
        try
        {
            await step.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            state.CallbackException = e;
            throw;
        }
    }
}
