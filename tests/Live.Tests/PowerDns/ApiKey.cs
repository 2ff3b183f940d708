using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Live.Tests.PowerDns;

/// <summary>Sends the key in its header. Kiota's own provider refuses to without https, on loopback too.</summary>
internal sealed class ApiKey(string key) : IAuthenticationProvider
{
    public Task AuthenticateRequestAsync(RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        request.Headers.TryAdd("X-API-Key", key);
        return Task.CompletedTask;
    }
}
