namespace Kiln.Generator.Shapes.Clients;

/// <summary>What a credential is made of.</summary>
internal enum CredentialKind
{
    /// <summary>An API key.</summary>
    ApiKey,

    /// <summary>A function that gives an API key.</summary>
    ApiKeyCallback,

    /// <summary>A user name and a password.</summary>
    Basic,

    /// <summary>A token.</summary>
    Token,

    /// <summary>A function that gives a token.</summary>
    TokenCallback,

    /// <summary>A client's id and secret.</summary>
    ClientCredentials,

    /// <summary>A user in a browser.</summary>
    AuthorizationCode,

    /// <summary>A user at another device.</summary>
    DeviceCode,

    /// <summary>A refresh token.</summary>
    RefreshToken,

    /// <summary>A certificate.</summary>
    Certificate,

    /// <summary>A certificate that the handler of an own <c>HttpClient</c> has.</summary>
    CertificateOfHandler,
}
