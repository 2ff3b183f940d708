using Kiln.Runtime.Http;
using Kiln.Runtime.Timing;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Contracts;

/// <summary>
/// Options for reading responses. Set them for all calls on <see cref="Requests.ServiceRequestAdapter"/>, or for one call through
/// <c>RequestConfiguration.Options</c>; options of a call replace those of the adapter as a whole. Immutable and thread-safe.
/// </summary>
public sealed record ReadOptions : IRequestOption
{
    private readonly int maxDepth = 64;
    private readonly long maxBodyBytes = 64L * 1024 * 1024;
    private readonly TimeSpan bodyTimeout = TimeSpan.FromSeconds(100);
    private readonly TimeSpan callTimeout = TimeSpan.FromMinutes(5);
    private readonly TimeProvider time = TimeProvider.System;

    /// <summary>Gets the default options: tolerant, no callback, 64 MiB, a depth of 64, 5 minutes for a call and 100 seconds for a body.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>Gets whether a contract violation is reported or thrown. The default is <see cref="ContractMode.Tolerant"/>.</summary>
    public ContractMode Mode { get; init; }

    /// <summary>
    /// Gets the callback for each violation in <see cref="ContractMode.Tolerant"/>, in the order of the body and on the thread that reads it; concurrent
    /// calls invoke it concurrently. Its exceptions propagate to the caller unchanged. The default is null.
    /// </summary>
    public Action<ContractViolation>? OnViolation { get; init; }

    /// <summary>
    /// Gets what counts the violations of all responses that are read with these options, in both modes and beside <see cref="OnViolation"/>. The default is null. The caller disposes it.
    /// </summary>
    public ContractObserver? Observer { get; init; }

    /// <summary>Gets what the observer sees of the one response that is read with these options; null while nobody observes.</summary>
    internal ObservedResponse? Observed { get; init; }

    /// <summary>Gets these options for reading again what was read before: nobody is told of violations, and none is thrown.</summary>
    internal ReadOptions Silent => this with { Mode = ContractMode.Tolerant, OnViolation = null, Observer = null, Observed = null };

    /// <summary>Gets the maximum size of a body, in bytes after decompression. The default is 64 MiB; the maximum is 2,147,483,591, the length of the longest array.</summary>
    /// <remarks>
    /// The limit also bounds memory: a body is rejected as too large if its objects would take more than eight times this size, or 4 MiB if that is more.
    /// Of a page that is streamed, the items that are read at once are counted together. Of a stream of events or items, the limit is that of each item.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1, or more than an array can hold.</exception>
    public long MaxBodyBytes
    {
        get => maxBodyBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Array.MaxLength);
            maxBodyBytes = value;
        }
    }

    /// <summary>
    /// Gets the maximum depth of nested objects and arrays. The default is 64; the maximum is 1000. A body that is nested more deeply than the stack of the
    /// reading thread allows ends in the same exception as one beyond the limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1, or more than 1000.</exception>
    public int MaxDepth
    {
        get => maxDepth;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Nesting.Deepest);
            maxDepth = value;
        }
    }

    /// <summary>
    /// Gets the maximum duration of a call: all attempts with the delays between them, redirects, and the body unless it is returned as a stream or as the items
    /// of a page. The default is 5 minutes; <see cref="Timeout.InfiniteTimeSpan"/> means no limit. When pages are enumerated, the limit applies to each page up to its headers.
    /// A call that takes longer throws a <see cref="TimeoutException"/>. If the headers had arrived, that is the inner exception of a
    /// <see cref="Responses.ResponseBodyException"/>, or the exception of the error status is thrown. A shorter <see cref="HttpClient.Timeout"/> of the caller's own client applies as well.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative and not infinite, or longer than about 49 days.</exception>
    public TimeSpan CallTimeout
    {
        get => callTimeout;
        init => callTimeout = TimeLimit.Checked(value);
    }

    /// <summary>
    /// Gets the maximum time in which a body arrives after its headers. The default is 100 seconds; <see cref="Timeout.InfiniteTimeSpan"/> means no limit.
    /// While items are streamed, it limits the time without progress: an item, the end of the page or 64 KiB must arrive within it. The time that the caller
    /// spends on an item is not counted. Bodies that are returned as a stream, and streams of events and items, are not limited.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative and not infinite, or longer than about 49 days.</exception>
    public TimeSpan BodyTimeout
    {
        get => bodyTimeout;
        init => bodyTimeout = TimeLimit.Checked(value);
    }

    /// <summary>Gets the clock of all time limits and of the delays between retries. The default is <see cref="TimeProvider.System"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get => time;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            time = value;
        }
    }
}
