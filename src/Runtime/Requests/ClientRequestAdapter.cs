using System.Diagnostics.CodeAnalysis;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace Kiln.Runtime.Requests;

/// <summary>
/// An adapter as one client sees it: with the server of the client's own document where the adapter has no base URL. The adapter itself, which other clients
/// may share, is left as it is.
/// </summary>
internal sealed class ClientRequestAdapter(IRequestAdapter shared, string defaultBaseUrl) : IRequestAdapter
{
    public IRequestAdapter Shared => shared;

    /// <summary>The shared adapter's base URL if it has one. Setting it sets that, and so counts for all clients of the adapter.</summary>
    public string? BaseUrl
    {
        get => string.IsNullOrEmpty(shared.BaseUrl) ? defaultBaseUrl : shared.BaseUrl;
        set => shared.BaseUrl = value;
    }

    public ISerializationWriterFactory SerializationWriterFactory => shared.SerializationWriterFactory;

    /// <summary>The adapter that sends: the shared one of a client's view.</summary>
    public static IRequestAdapter SharedBy(IRequestAdapter adapter) => adapter is ClientRequestAdapter view ? view.Shared : adapter;

    public void EnableBackingStore(IBackingStoreFactory backingStoreFactory) => shared.EnableBackingStore(backingStoreFactory);

    public Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default) =>
        shared.ConvertToNativeRequestAsync<T>(requestInfo, cancellationToken);

    public Task<T?> SendAsync<T>(
        RequestInformation requestInfo, ParsableFactory<T> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default)
        where T : IParsable => shared.SendAsync(requestInfo, factory, errorMapping, cancellationToken);

    public Task<IEnumerable<T>?> SendCollectionAsync<T>(
        RequestInformation requestInfo, ParsableFactory<T> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default)
        where T : IParsable => shared.SendCollectionAsync(requestInfo, factory, errorMapping, cancellationToken);

    public Task<T?> SendPrimitiveAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default) =>
        shared.SendPrimitiveAsync<T>(requestInfo, errorMapping, cancellationToken);

    public Task<IEnumerable<T>?> SendPrimitiveCollectionAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default) =>
        shared.SendPrimitiveCollectionAsync<T>(requestInfo, errorMapping, cancellationToken);

    public Task SendNoContentAsync(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default) =>
        shared.SendNoContentAsync(requestInfo, errorMapping, cancellationToken);
}
