using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Timing;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Streaming;

/// <summary>
/// The items of a response, each as soon as it has arrived. The request is sent when the enumeration starts, and each enumeration starts anew. It throws the exceptions of a single
/// call (<see cref="RequestAdapterExtensions"/>), after the items that arrived before the error. Leaving the loop closes the connection. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The limit <see cref="Contracts.ReadOptions.MaxBodyBytes"/> applies to each item, and <see cref="Contracts.ReadOptions.CallTimeout"/> to the time until the headers of the
/// response arrive; <see cref="Contracts.ReadOptions.BodyTimeout"/> does not apply. An item that is not of the type is left out and reported as a contract violation.
/// </remarks>
/// <typeparam name="T">The type of an item.</typeparam>
public sealed class ItemStream<T> : IAsyncEnumerable<T>
{
    private readonly IRequestAdapter adapter;
    private readonly ItemStreamType<T> type;
    private readonly ErrorMap errors;
    private readonly Func<RequestInformation> request;
    private readonly TimeSpan idleTimeout;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="adapter">The adapter that sends the request.</param>
    /// <param name="type">The description of the items.</param>
    /// <param name="errors">The types of the bodies of error responses.</param>
    /// <param name="request">Creates the request.</param>
    public ItemStream(IRequestAdapter adapter, ItemStreamType<T> type, ErrorMap errors, Func<RequestInformation> request)
        : this(adapter, type, errors, request, Timeout.InfiniteTimeSpan)
    {
    }

    private ItemStream(IRequestAdapter adapter, ItemStreamType<T> type, ErrorMap errors, Func<RequestInformation> request, TimeSpan idleTimeout)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(request);
        (this.adapter, this.type, this.errors, this.request, this.idleTimeout) = (adapter, type, errors, request, idleTimeout);
    }

    /// <summary>
    /// Returns the same items, with a limit of the time in which nothing arrives. By default there is none, because a stream may be silent for hours. An enumeration that exceeds it throws
    /// a <see cref="ResponseBodyException"/> whose inner exception is a <see cref="TimeoutException"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative and not infinite, or longer than about 49 days.</exception>
    public ItemStream<T> WithIdleTimeout(TimeSpan timeout) => new(adapter, type, errors, request, TimeLimit.Checked(timeout));

    /// <summary>Enumerates the items.</summary>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new ItemEnumerator<T>(OpenAsync, cancellationToken);

    private Task<ItemReader<T>?> OpenAsync(CancellationToken cancellationToken)
    {
        var information = StreamResponse.Check(request());
        var body = new ItemStreamBody<T>(type, errors, idleTimeout);
        return RequestAdapterExtensions.SendAndReadAsync(adapter, information, body, errors, new() { Writer = type }, cancellationToken);
    }
}
