using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace Kiln.Runtime.Tests.Support;

/// <summary>An adapter that knows nothing of HTTP: it answers with a stream, or nothing, and keeps the last request.</summary>
internal sealed class MockAdapter(Func<Stream?> answer) : IRequestAdapter
{
    public RequestInformation? Sent { get; private set; }

    public string? BaseUrl { get; set; } = "https://mock.example";

    public ISerializationWriterFactory SerializationWriterFactory => throw new NotSupportedException();

    public Task<T?> SendPrimitiveAsync<T>(RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping, CancellationToken cancellationToken)
    {
        Sent = requestInfo;
        return Task.FromResult((T?)(object?)answer());
    }

    public void EnableBackingStore(IBackingStoreFactory backingStoreFactory) => throw new NotSupportedException();

    public Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<T?> SendAsync<T>(RequestInformation requestInfo, ParsableFactory<T> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping, CancellationToken cancellationToken)
        where T : IParsable => throw new NotSupportedException();

    public Task<IEnumerable<T>?> SendCollectionAsync<T>(RequestInformation requestInfo, ParsableFactory<T> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping, CancellationToken cancellationToken)
        where T : IParsable => throw new NotSupportedException();

    public Task<IEnumerable<T>?> SendPrimitiveCollectionAsync<T>(RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SendNoContentAsync(RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping, CancellationToken cancellationToken) => throw new NotSupportedException();
}
