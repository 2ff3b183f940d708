namespace Kiln.Runtime.Authentication;

/// <summary>Schemes that authenticate a request together (OpenAPI 3.1.1, "Security Requirement Object"); without a scheme, the request is sent without credentials.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SecurityAlternative
{
    private readonly SecurityScheme[] schemes;
    private readonly string[]?[] scopes;

    /// <summary>Initializes an alternative that needs no credentials, which makes authentication optional.</summary>
    public SecurityAlternative()
        : this(Array.Empty<SecurityScheme>())
    {
    }

    /// <summary>Initializes an alternative of schemes without scopes, all of which are needed.</summary>
    public SecurityAlternative(params SecurityScheme[] schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        this.schemes = [.. schemes];
        scopes = new string[schemes.Length][];
    }

    /// <summary>Initializes an alternative of schemes with the scopes or roles that a token needs for the operation, all of which are needed.</summary>
    public SecurityAlternative(params (SecurityScheme Scheme, string[] Scopes)[] schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        this.schemes = [.. schemes.Select(s => s.Scheme)];
        scopes = [.. schemes.Select(s => s.Scopes)];
    }

    /// <summary>Gets the schemes, all of which are needed; none if the request is sent without credentials.</summary>
    public IReadOnlyList<SecurityScheme> Schemes => schemes;

    /// <summary>Gets the scopes or roles that a token of a scheme needs; empty for none, and for a scheme that is not in this alternative.</summary>
    public IReadOnlyList<string> ScopesOf(SecurityScheme scheme) => Array.IndexOf(schemes, scheme) is var i and >= 0 ? scopes[i] ?? [] : [];

    /// <summary>Returns the names of the schemes: <c>apiKey and oauth2 (read write)</c>.</summary>
    public override string ToString() => schemes.Length == 0 ? "no credentials" : string.Join(" and ", schemes.Select(Describe));

    private string Describe(SecurityScheme scheme) => ScopesOf(scheme) is { Count: > 0 } needed ? $"{scheme.Name} ({string.Join(' ', needed)})" : scheme.Name;
}
