using System.Diagnostics;
using Kiln.Runtime.Http;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Runtime.Authentication;

/// <summary>
/// Adds to each request the credentials that its operation needs: those of the first alternative of its <see cref="SecurityRequirement"/> whose credentials are all configured and may
/// be sent to the origin of the request. Thread-safe.
/// </summary>
/// <remarks>
/// What the caller has set itself, such as an <c>Authorization</c> header, counts as a credential of the scheme that uses it, and is left as it is. A request with an
/// <see cref="AnonymousRequestOption"/> gets no credentials.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CredentialAuthenticationProvider : IAuthenticationProvider
{
    private const string Claims = "claims";

    private readonly Credential[] credentials;
    private readonly SecurityRequirement? requirement;
    private readonly Uri[] origins;

    /// <summary>Initializes a new provider.</summary>
    /// <param name="credentials">The credentials. There may be several of one scheme for different origins.</param>
    /// <param name="requirement">
    /// The requirement of requests without their own as an option; null if the document has none, for which all credentials that may be sent to the origin of the request are sent.
    /// </param>
    /// <param name="origins">
    /// URLs whose scheme, host and port get the credentials that have no <see cref="Credential.Origins"/> of their own: the client's server, and those of its document's paths and operations.
    /// </param>
    /// <exception cref="ArgumentException">An origin is not an absolute URL of http or https.</exception>
    public CredentialAuthenticationProvider(IReadOnlyList<Credential> credentials, SecurityRequirement? requirement, IEnumerable<Uri> origins)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentNullException.ThrowIfNull(origins);
        this.credentials = [.. credentials];
        this.requirement = requirement;
        this.origins = [.. origins];
        if (this.credentials.Contains(null!))
            throw new ArgumentException("A credential is null.", nameof(credentials));
        if (this.origins.Any(o => o is not { IsAbsoluteUri: true, Scheme: "http" or "https" }))
            throw new ArgumentException("An origin must be an absolute URL of http or https.", nameof(origins));
    }

    /// <summary>Whether connections need a handler that presents certificates.</summary>
    internal bool HasCertificates => credentials.Any(c => c.ClientCertificate is not null);

    /// <summary>Adds the credentials.</summary>
    /// <exception cref="AuthenticationException">No alternative is configured, none may be sent to this origin, or no token was to be had. The request is not sent.</exception>
    public async Task AuthenticateRequestAsync(
        RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (request.GetRequestOption<AnonymousRequestOption>() is not null)
            return;

        // Kiota's adapter asks again after a 401 whose challenge has claims (Continuous Access Evaluation), for which the same token would be of no use.
        if (additionalAuthenticationContext?.ContainsKey(Claims) == true)
            AddedCredentials.Of(request)?.Reject();
        var added = AddedCredentials.Begin(request);
        foreach (var credential in new CredentialChoice(credentials, origins, request).For(request.GetRequestOption<SecurityRequirement>() ?? requirement))
        {
            if (!credential.IsInRequest)
            {
                if (credential.ClientCertificate is { } certificate)
                    added.Certificate = (certificate, request.URI);
                continue;
            }
            var secret = await credential.GetAsync(cancellationToken).ConfigureAwait(false);
            added.Remember(secret.Text, secret.Hidden, secret.Reject);
            Add(credential.Scheme, secret, request, added);
        }
        added.KeepBody(request);
    }

    /// <summary>Returns the names of the schemes and no secret.</summary>
    public override string ToString() => $"Credentials for {string.Join(", ", credentials.Select(c => $"'{c.Scheme.Name}'"))}";

    private static void Add(SecurityScheme scheme, Secret secret, RequestInformation request, AddedCredentials added)
    {
        var (location, name) = scheme.Place!;
        var text = scheme.Write(secret.Text);
        switch (location)
        {
            case ApiKeyLocation.Header:
                added.AddHeader(request, name, text);
                break;
            case ApiKeyLocation.Query:
                added.AddParameter(request, name, text);
                break;
            default:
                added.AddCookie(request, name, text);
                break;
        }
    }
}
