using System.Text.Json;
using Acme.Service.Hosting;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Service.Tests.Support;

/// <summary>The service, and an adapter that reads what it sends in the strict mode: what does not fit the document is an exception.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private AcmeService? service;

    public IRequestAdapter Adapter { get; private set; } = null!;

    public Received Received => service!.Received;

    public Gate Gate => service!.Gate;

    public async ValueTask InitializeAsync()
    {
        service = await AcmeService.StartAsync();
        Adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), service.Url, readOptions: new ReadOptions { Mode = ContractMode.Strict });
    }

    /// <summary>Asserts what the service was given, by the JSON that it would write for it.</summary>
    public void AssertReceived<T>(T expected) => Assert.Equal(JsonOf(expected), JsonOf(Received.Last<T>()));

    public async ValueTask DisposeAsync()
    {
        (Adapter as IDisposable)?.Dispose();
        if (service is not null)
            await service.DisposeAsync();
    }

    private static string JsonOf<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
