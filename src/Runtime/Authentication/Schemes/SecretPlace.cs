namespace Kiln.Runtime.Authentication;

/// <summary>A part of a request that carries a secret.</summary>
/// <example>The header <c>X-Api-Key</c>.</example>
internal sealed record SecretPlace(ApiKeyLocation Location, string Name)
{
    /// <summary>The header of RFC 9110, section 11.6.2.</summary>
    public static SecretPlace Authorization { get; } = new(ApiKeyLocation.Header, "Authorization");
}
