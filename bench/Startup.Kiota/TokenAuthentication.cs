using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Benchmarks.Startup;

/// <summary>Sends the console's token, which Kiota's own providers refuse to do over plain http, on loopback too.</summary>
internal sealed class TokenAuthentication(string token) : IAuthenticationProvider
{
    public Task AuthenticateRequestAsync(
        RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        request.Headers.TryAdd("Authorization", $"ApiToken {token}");
        return Task.CompletedTask;
    }
}
