using Kiln.Runtime.Http;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Authentication;

/// <summary>Chooses the credentials of one request.</summary>
/// <param name="credentials">Those that are configured.</param>
/// <param name="origins">Where those go that have no origins of their own.</param>
/// <param name="request">The request, without credentials of this runtime's.</param>
internal readonly struct CredentialChoice(Credential[] credentials, Uri[] origins, RequestInformation request)
{
    /// <summary>The credentials to send.</summary>
    /// <param name="requirement">What the operation needs; null if nothing is known of it.</param>
    /// <exception cref="AuthenticationException">Nothing that is configured satisfies the requirement here.</exception>
    public IReadOnlyList<Credential> For(SecurityRequirement? requirement)
    {
        if (requirement is null)
            return ForUnknown();
        if (requirement.Alternatives.Count == 0)
            return [];
        foreach (var alternative in requirement.Alternatives)
        {
            if (Find(alternative) is { } found)
                return found;
        }
        throw Unsatisfied(requirement);
    }

    private IReadOnlyList<Credential> ForUnknown()
    {
        var target = request.URI;
        var allowed = new List<Credential>();
        foreach (var credential in credentials)
        {
            if (MayGoTo(credential, target) && !IsGiven(credential.Scheme) && !allowed.Exists(c => c.Scheme.Equals(credential.Scheme)))
                allowed.Add(credential);
        }
        return allowed.Count > 0 || credentials.Length == 0 || credentials.Any(IsGivenFor) ? allowed : throw NotHere(credentials[0]);
    }

    private bool IsGivenFor(Credential credential) => IsGiven(credential.Scheme);

    private List<Credential>? Find(SecurityAlternative alternative)
    {
        var found = new List<Credential>(alternative.Schemes.Count);
        foreach (var scheme in alternative.Schemes)
        {
            if (IsGiven(scheme))
                continue;
            if (Of(scheme, request.URI) is not { } credential)
                return null;
            found.Add(credential);
        }
        return found;
    }

    private Credential? Of(SecurityScheme scheme, Uri target)
    {
        foreach (var credential in credentials)
        {
            if (credential.Scheme.Equals(scheme) && MayGoTo(credential, target))
                return credential;
        }
        return null;
    }

    private bool MayGoTo(Credential credential, Uri target)
    {
        if (!Origin.IsPrivate(target))
            return false;
        foreach (var origin in credential.Origins ?? origins)
        {
            if (Origin.AreSame(origin, target))
                return true;
        }
        return false;
    }

    /// <summary>Whether the caller has put something where the scheme's secret goes.</summary>
    private bool IsGiven(SecurityScheme scheme) => scheme.Place switch
    {
        { Location: ApiKeyLocation.Header, Name: var name } => request.Headers.ContainsKey(name),
        { Location: ApiKeyLocation.Query, Name: var name } => Http.Credentials.HasParameter(request.URI, name),
        { Location: ApiKeyLocation.Cookie, Name: var name } => Http.Credentials.HasCookie(AddedCredentials.CookiesOf(request), name),
        _ => false,
    };

    private AuthenticationException Unsatisfied(SecurityRequirement requirement)
    {
        var schemes = requirement.Alternatives.SelectMany(a => a.Schemes).ToList();
        // What is missing for all alternatives is said first: what is configured elsewhere is of no help then.
        if (requirement.Alternatives.Any(HasAllElsewhere))
            return NotHere(credentials.First(c => schemes.Contains(c.Scheme)));
        var configured = credentials.Length == 0 ? "no credentials" : $"credentials for {string.Join(", ", credentials.Select(c => $"'{c.Scheme.Name}'").Distinct())} only";
        return new(AuthenticationFailure.MissingCredential, $"{Describe(request)} needs credentials for {requirement}. The client has {configured}. The request was not sent.");
    }

    private bool HasAllElsewhere(SecurityAlternative alternative)
    {
        var configured = credentials;
        return alternative.Schemes.All(s => configured.Any(c => c.Scheme.Equals(s)));
    }

    private AuthenticationException NotHere(Credential credential)
    {
        var target = request.URI;
        var allowed = string.Join(", ", (credential.Origins ?? origins).Select(Origin.Describe));
        var message = !Origin.IsPrivate(target)
            ? $"The credential for '{credential.Scheme.Name}' is not sent to {Origin.Describe(target)} over plain http, where others could read it."
            : $"The credential for '{credential.Scheme.Name}' is for {allowed} and is not sent to {Origin.Describe(target)}.";
        return new(AuthenticationFailure.OriginNotAllowed, message);
    }

    // Without the query, which may have a secret of the caller's own.
    private static string Describe(RequestInformation request) =>
        $"{Text.MessageText.OneLine(OtherMethod.NameOf(request))} {Text.MessageText.OneLine(request.URI)}";
}
