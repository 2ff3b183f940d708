using Kiln.Runtime.Http;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Runtime.Authentication;

/// <summary>
/// Calls another provider, except for requests with an <see cref="AnonymousRequestOption"/>, and then rejects invalid headers.
/// Part of every <see cref="Requests.ServiceRequestAdapter"/>; for adapters of Kiota's own: <c>new HttpClientRequestAdapter(new RequestAuthenticationProvider(provider))</c>.
/// </summary>
/// <param name="provider">The provider that adds the credentials.</param>
/// <remarks>Thread-safe if the provider is.</remarks>
public sealed class RequestAuthenticationProvider(IAuthenticationProvider provider) : IAuthenticationProvider
{
    private readonly IAuthenticationProvider provider = provider ?? throw new ArgumentNullException(nameof(provider));

    /// <summary>Adds the credentials.</summary>
    /// <exception cref="ArgumentException">The name of a header is not a token, or its value has a control character (RFC 9110, sections 5.1 and 5.5).</exception>
    public async Task AuthenticateRequestAsync(
        RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.GetRequestOption<AnonymousRequestOption>() is null)
        {
            var state = request.GetRequestOption<CallState>();
            await CallState.StepAsync(state, () => provider.AuthenticateRequestAsync(request, additionalAuthenticationContext, cancellationToken)).ConfigureAwait(false);
        }
        HeaderCheck.Check(request);
    }
}
