namespace Kiln.Runtime.Authentication;

/// <summary>Refuses keys and tokens that a request cannot carry, where they are given: later, they would end a header early and begin another one.</summary>
internal static class SecretCheck
{
    /// <summary>What is wrong with a secret; null if nothing is. It does not quote the secret.</summary>
    /// <example>must not be empty</example>
    public static string? Problem(SecurityScheme scheme, string? secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
            return "must not be empty";
        return scheme.Place?.Location switch
        {
            ApiKeyLocation.Query => Wire.JsonUnicode.HasUnpaired(secret) ? "must be valid Unicode" : null,
            ApiKeyLocation.Cookie => secret.All(IsOfCookie) ? null : "must have only the characters of a cookie's value (RFC 6265, section 4.1.1)",
            _ => secret.All(static c => c is >= ' ' and <= '~') ? null : "must be printable ASCII without line breaks",
        };
    }

    /// <summary>Returns a secret that a request can carry.</summary>
    /// <exception cref="ArgumentException">A request cannot carry it. The message does not quote it.</exception>
    public static string Check(SecurityScheme scheme, string secret, string parameter) =>
        Problem(scheme, secret) is { } problem ? throw new ArgumentException($"The {parameter} for '{scheme.Name}' {problem}.", parameter) : secret;

    private static bool IsOfCookie(char c) => c is > ' ' and <= '~' and not ('"' or ',' or ';' or '\\');
}
