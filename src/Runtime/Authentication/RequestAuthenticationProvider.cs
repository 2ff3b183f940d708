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
    private readonly string? userAgent;

    /// <param name="provider">The provider that adds the credentials.</param>
    /// <param name="userAgent">What the <c>User-Agent</c> header begins with, unless the caller has set one; null for nothing.</param>
    internal RequestAuthenticationProvider(IAuthenticationProvider provider, string? userAgent)
        : this(provider) => this.userAgent = userAgent;

    /// <summary>Adds the credentials.</summary>
    /// <exception cref="ArgumentException">The name of a header is not a token, or its value has a control character (RFC 9110, sections 5.1 and 5.5).</exception>
    public Task AuthenticateRequestAsync(
        RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (userAgent is not null)
            request.Headers.TryAdd("User-Agent", userAgent);
        if (request.GetRequestOption<AnonymousRequestOption>() is null)
        {
            var state = request.GetRequestOption<CallState>();
            var adding = CallState.StepAsync(state, () => provider.AuthenticateRequestAsync(request, additionalAuthenticationContext, cancellationToken));
            // A token that is at hand is added at once.
            if (!adding.IsCompletedSuccessfully)
                return CheckAfterAsync(adding, request);
        }
        HeaderCheck.Check(request);
        return Task.CompletedTask;
    }

    private static async Task CheckAfterAsync(Task adding, RequestInformation request)
    {
        await adding.ConfigureAwait(false);
        HeaderCheck.Check(request);
    }
}
