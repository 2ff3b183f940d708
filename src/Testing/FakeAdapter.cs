using Kiln.Runtime.Contracts;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Testing;

/// <summary>
/// A request adapter for unit tests of code that calls an SDK: calls are answered as the test has set them up, and recorded. A call that was not set up throws an
/// <see cref="UnexpectedCallException"/>. Nothing is sent, and no credentials are needed. Thread-safe.
/// </summary>
/// <remarks>
/// <para>Each answer is read by the SDK as the response of a service is, so that a test sees what a service would cause: typed errors, contract violations,
/// limits. Retries and redirects are not part of it: a call gets the first answer.</para>
/// <para>A set-up is an ordinary call, on a client of this adapter, in a lambda: it is run at once, to take its request, and its result is not used:
/// <c>fake.Setup(() => client.Pets[5].GetAsync()).Returns(new Pet { Name = "Rex" })</c>. It answers all calls of the same operation with equal values in the path, and
/// an equal value of each query parameter that the set-up has; a call may have other query parameters beside them. Headers and bodies are not compared;
/// <see cref="CallSetup{T}.When"/> can compare them. <see cref="Any"/> is a value that stands for every value. Of several set-ups for a call, the latest counts.</para>
/// </remarks>
public sealed class FakeAdapter : ServiceRequestAdapter
{
    private static readonly Uri DefaultBaseUrl = new("https://service.test");

    private readonly FakeService service;

    /// <summary>Initializes a new adapter without set-ups, whose <c>BaseUrl</c> is <c>https://service.test</c> and can be set.</summary>
    /// <param name="readOptions">
    /// The options for reading answers, as of a <see cref="ServiceRequestAdapter"/>; <see cref="ReadOptions.Default"/> if null. Their
    /// <see cref="ReadOptions.TimeProvider"/> is also the clock of delayed answers.
    /// </param>
    public FakeAdapter(ReadOptions? readOptions = null)
        : this(new FakeService((readOptions ?? ReadOptions.Default).TimeProvider), readOptions)
    {
    }

    private FakeAdapter(FakeService service, ReadOptions? readOptions)
        : base(new AnonymousAuthenticationProvider(), DefaultBaseUrl, service.CreateClient(), readOptions)
    {
        this.service = service;
    }

    /// <summary>Gets all requests up to now, in the order in which they were sent, also those that were not set up.</summary>
    public IReadOnlyList<RecordedRequest> Requests => service.Requests;

    /// <summary>Gets the requests that were not set up, each of which has caused an <see cref="UnexpectedCallException"/>.</summary>
    public IReadOnlyList<RecordedRequest> UnexpectedRequests => service.UnexpectedRequests;

    /// <summary>Gets all set-ups in their order.</summary>
    public IReadOnlyList<CallSetup> Setups => service.Setups;

    /// <summary>Sets up a call.</summary>
    /// <param name="call">The call, such as <c>() => client.Pets[5].GetAsync()</c>.</param>
    /// <returns>The set-up, to be given one answer or several.</returns>
    /// <exception cref="ArgumentException">The lambda makes no call of this adapter.</exception>
    /// <exception cref="InvalidOperationException">The call itself refuses to send its request, for example for an empty path value; the inner exception is its own.</exception>
    public CallSetup<T> Setup<T>(Func<Task<T>> call) => service.Add(new CallSetup<T>(Recording.Of(service, call)));

    /// <summary>Sets up a call that returns the body with the status and headers. It is the same set-up as one of the call that returns the body alone.</summary>
    /// <inheritdoc cref="Setup{T}(Func{Task{T}})"/>
    public CallSetup<T> Setup<T, THeaders>(Func<Task<Response<T, THeaders>>> call) => service.Add(new CallSetup<T>(Recording.Of(service, call)));

    /// <summary>Sets up a call whose response has no body: <c>fake.Setup(() => client.Pets[5].DeleteAsync()).ReturnsStatus(204)</c>.</summary>
    /// <inheritdoc cref="Setup{T}(Func{Task{T}})"/>
    public CallSetup<NoContent> Setup(Func<Task> call) => service.Add(new CallSetup<NoContent>(Recording.Of(service, call)));

    /// <summary>
    /// Sets up an enumeration of pages: <c>fake.Setup(() => client.Pets.GetAllAsync()).ReturnsItems(rex, tom)</c>. Note that its query has a page size if the
    /// document defines one, and that a call with another page size is another call; see <see cref="CallSetup{T}.IgnoringQuery"/>.
    /// </summary>
    /// <inheritdoc cref="Setup{T}(Func{Task{T}})"/>
    public PagesSetup<TPage, TItem> Setup<TPage, TItem>(Func<Pages<TPage, TItem>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return service.Add(new PagesSetup<TPage, TItem>(Recording.Of(service, () => FirstItem(call()))));
    }

    /// <summary>Sets up a call that returns server-sent events: <c>fake.Setup(() => client.Prices.GetStreamAsync()).ReturnsItems(one, two)</c>.</summary>
    /// <inheritdoc cref="Setup{T}(Func{Task{T}})"/>
    public EventStreamSetup<T> Setup<T>(Func<EventStream<T>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return service.Add(new EventStreamSetup<T>(Recording.Of(service, () => FirstItem(call()))));
    }

    /// <summary>Sets up a call that returns a stream of items: <c>fake.Setup(() => client.Logs.GetStreamAsync()).ReturnsItems(one, two)</c>.</summary>
    /// <inheritdoc cref="Setup{T}(Func{Task{T}})"/>
    public StreamSetup<T> Setup<T>(Func<ItemStream<T>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return service.Add(new StreamSetup<T>(Recording.Of(service, () => FirstItem(call()))));
    }

    /// <summary>Checks that each set-up was called, and that no other call was made, even where the code has swallowed its exception.</summary>
    /// <exception cref="VerificationException">Otherwise; its message lists the set-ups and calls.</exception>
    public void Verify() => service.Verify();

    private static async Task FirstItem<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items.ConfigureAwait(false))
            break;
    }
}
