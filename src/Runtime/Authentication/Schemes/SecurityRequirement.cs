using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Authentication;

/// <summary>
/// The credentials that an operation needs: those of one of its alternatives (OpenAPI 3.1.1, "Operation Object", <c>security</c>). As a request option it
/// replaces the requirement of the client for one request. Immutable and thread-safe.
/// </summary>
public sealed class SecurityRequirement : IRequestOption
{
    private readonly SecurityAlternative[] alternatives;

    /// <summary>Initializes a requirement.</summary>
    /// <param name="alternatives">
    /// The alternatives, of which the first is used whose credentials are all configured. Without any, requests are sent without credentials (<c>security: []</c>).
    /// </param>
    public SecurityRequirement(params SecurityAlternative[] alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        this.alternatives = [.. alternatives];
    }

    /// <summary>Gets the requirement of requests that are sent without credentials (<c>security: []</c>).</summary>
    public static SecurityRequirement None { get; } = new();

    /// <summary>Gets the alternatives; empty if requests are sent without credentials.</summary>
    public IReadOnlyList<SecurityAlternative> Alternatives => alternatives;

    /// <summary>Returns the names of the schemes: <c>apiKey, or basic and mtls</c>.</summary>
    public override string ToString() => alternatives.Length == 0 ? "no credentials" : string.Join(", or ", alternatives.AsEnumerable());
}
