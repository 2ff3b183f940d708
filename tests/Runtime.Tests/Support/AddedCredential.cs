using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Runtime.Tests.Support;

/// <summary>An authentication provider that is not ours: it adds a header or a query parameter to whatever it is given.</summary>
internal sealed class AddedCredential(string name, string value, bool inQuery = false) : IAuthenticationProvider
{
    public Task AuthenticateRequestAsync(RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        if (!inQuery)
            request.Headers.Add(name, value);
        else
            request.URI = new($"{request.URI.OriginalString}{(request.URI.Query.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}");
        return Task.CompletedTask;
    }
}
