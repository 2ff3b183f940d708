using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Http;

/// <summary>
/// A request option for sending a request without credentials: <see cref="Authentication.RequestAuthenticationProvider"/>, which is part of every
/// <see cref="Requests.ServiceRequestAdapter"/>, does not call its authentication provider for it. Operations with <c>security: []</c> have it (OpenAPI 3.0.3, "Operation Object").
/// </summary>
/// <remarks>
/// On an adapter of Kiota's own, wrap its authentication provider into a <see cref="Authentication.RequestAuthenticationProvider"/>; otherwise the provider does not
/// see the option and adds its credentials.
/// </remarks>
public sealed class AnonymousRequestOption : IRequestOption
{
    private AnonymousRequestOption()
    {
    }

    /// <summary>Gets the instance, which is thread-safe.</summary>
    public static AnonymousRequestOption Instance { get; } = new();
}
