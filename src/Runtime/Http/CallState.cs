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
    private readonly long end;

    /// <param name="request">The request, before it is authenticated.</param>
    /// <param name="limit">How long the call may take from now on.</param>
    /// <param name="time">The clock.</param>
    public CallState(RequestInformation request, TimeSpan limit, TimeProvider time)
    {
        headers = new(request.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Target = request.URI;
        CanResend = request.Content?.CanSeek != false;
        Time = time;
        end = limit == Timeout.InfiniteTimeSpan ? long.MaxValue : time.GetTimestamp() + (long)(limit.TotalSeconds * time.TimestampFrequency);
    }

    /// <summary>The URL without what authentication may put into its query.</summary>
    public Uri Target { get; }

    /// <summary>The URL that was sent first, with what authentication put into its query; null until it was sent by a handler of this runtime.</summary>
    public Uri? Asked { get; set; }

    public bool CanResend { get; }

    public TimeProvider Time { get; }

    /// <summary>How long the call may still take.</summary>
    public TimeSpan Remaining => end == long.MaxValue ? TimeSpan.MaxValue : Time.GetElapsedTime(Time.GetTimestamp(), end);

    /// <summary>The state of a request's call; null if the request was not made by a call of this runtime.</summary>
    public static CallState? Of(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Key, out var option) ? option as CallState : null;

    /// <summary>Whether the request had a header before it was authenticated.</summary>
    public bool Had(string header) => headers.Contains(header);
}
