using Kiln.Runtime.Http;
using Kiln.Runtime.Timing;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Contracts;

/// <summary>
/// How answers are read. Set for all calls on <see cref="Requests.ServiceRequestAdapter"/>, or for one call through
/// <c>RequestConfiguration.Options</c>, which then counts whole and not field by field.
/// </summary>
public sealed record ReadOptions : IRequestOption
{
    private readonly int maxDepth = 64;
    private readonly long maxBodyBytes = 64L * 1024 * 1024;
    private readonly TimeSpan bodyTimeout = TimeSpan.FromSeconds(100);
    private readonly TimeSpan callTimeout = TimeSpan.FromMinutes(5);
    private readonly TimeProvider time = TimeProvider.System;

    /// <summary>The defaults: tolerant, no callback, 64 MiB, 64 levels, 5 minutes for a call and 100 seconds for a body.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>Whether a violation is an error. By default it is not.</summary>
    public ContractMode Mode { get; init; }

    /// <summary>
    /// Told of each violation in <see cref="ContractMode.Tolerant"/>, in the order of the body, on the thread that reads it; calls that
    /// run at the same time call it at the same time. What it throws reaches the caller as it is.
    /// </summary>
    public Action<ContractViolation>? OnViolation { get; init; }

    /// <summary>The largest body to accept, in bytes after decompression; 64 MiB by default, at most 2,147,483,591 (the longest array).</summary>
    /// <remarks>
    /// It bounds memory too: a body whose objects would take more than eight times this, or 4 MiB if that is more, is refused like one that is too large. Of
    /// items that are handed out while their page arrives, those that are read at once are counted together.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than an array can hold.</exception>
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
    /// How deeply objects and lists may be nested; 64 by default, at most 1000. Where the stack of the thread that reads allows fewer levels, a body
    /// that has more of them ends in the same exception as one beyond the limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than 1000.</exception>
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
    /// How long a call may take in all: all attempts and the waits between them, redirects, and the body unless it is handed out as a stream or as the items
    /// of a page; 5 minutes by default, <see cref="Timeout.InfiniteTimeSpan"/> for no limit. A walk of pages has it for each page, up to its headers. A call that takes longer
    /// ends in a <see cref="TimeoutException"/>; if its headers were there, in a <see cref="Responses.ResponseBodyException"/> with one inside, or in the exception of its error status. A shorter <see cref="HttpClient.Timeout"/> of a client of the caller's own counts as well, up to the headers.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero, negative and not infinite, or longer than about 49 days.</exception>
    public TimeSpan CallTimeout
    {
        get => callTimeout;
        init => callTimeout = TimeLimit.Checked(value);
    }

    /// <summary>
    /// How long a body may take to arrive once its headers are there; 100 seconds by default, <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// While the items of pages are handed out as they arrive, it is the time without progress: within it an item, the end of the page or 64 KiB must
    /// arrive. How long the caller takes with an item is not counted. Bodies that are handed out as a stream are not limited.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero, negative and not infinite, or longer than about 49 days.</exception>
    public TimeSpan BodyTimeout
    {
        get => bodyTimeout;
        init => bodyTimeout = TimeLimit.Checked(value);
    }

    /// <summary>The clock of all time limits and of the waits between retries; the system's by default, another one in tests.</summary>
    /// <exception cref="ArgumentNullException">Null.</exception>
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
