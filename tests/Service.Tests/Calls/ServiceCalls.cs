using Acme.OpenApi31;
using Kiln.Service.Tests.Support;

namespace Kiln.Service.Tests.OpenApi31;

/// <summary>What the tests of each theme share: the service, and a client from the SDK.</summary>
public abstract class ServiceCalls(RunningService service) : IClassFixture<RunningService>
{
    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected RunningService Service { get; } = service;

    private protected AcmeClient Client { get; } = new(service.Adapter);
}
