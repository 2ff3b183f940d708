namespace Kiln.Runtime.Authentication;

/// <summary>An API key in a header, a query parameter or a cookie (<c>type: apiKey</c>).</summary>
public sealed class ApiKeyScheme : SecurityScheme
{
    /// <summary>Initializes a new scheme.</summary>
    /// <param name="name">The name of the scheme in the document.</param>
    /// <param name="location">The part of a request that carries the key.</param>
    /// <param name="parameterName">The name of the header, query parameter or cookie.</param>
    /// <param name="tokenPrefix">The text before the key, which a space separates from it; null for none.</param>
    /// <exception cref="ArgumentException">A name is empty, or the location is none of the three.</exception>
    public ApiKeyScheme(string name, ApiKeyLocation location, string parameterName, string? tokenPrefix = null)
        : base(name)
    {
        ArgumentException.ThrowIfNullOrEmpty(parameterName);
        if (location is not (ApiKeyLocation.Header or ApiKeyLocation.Query or ApiKeyLocation.Cookie))
            throw new ArgumentOutOfRangeException(nameof(location), location, "Not a part of a request that carries an API key.");
        Place = new(location, parameterName);
        TokenPrefix = tokenPrefix;
    }

    /// <summary>Gets the part of a request that carries the key.</summary>
    public ApiKeyLocation Location => Place.Location;

    /// <summary>Gets the name of the header, query parameter or cookie.</summary>
    public string ParameterName => Place.Name;

    /// <summary>Gets the text before the key, which a space separates from it; null for none.</summary>
    public string? TokenPrefix { get; }

    private protected override object Values => (Location, ParameterName, TokenPrefix);

    internal override SecretPlace Place { get; }

    internal override string Write(string secret) => string.IsNullOrEmpty(TokenPrefix) ? secret : $"{TokenPrefix} {secret}";
}
