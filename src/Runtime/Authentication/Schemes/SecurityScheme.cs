namespace Kiln.Runtime.Authentication;

/// <summary>A way to authenticate, as an entry of <c>components.securitySchemes</c> describes it (OpenAPI 3.1.1, "Security Scheme Object"). It has no secret.</summary>
/// <remarks>Immutable and thread-safe. Two schemes are equal if they have the same type, name and values.</remarks>
public abstract class SecurityScheme : IEquatable<SecurityScheme>
{
    private protected SecurityScheme(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>Gets the name of the scheme in the document.</summary>
    public string Name { get; }

    /// <summary>What the scheme says beside its name, in a fixed order.</summary>
    private protected abstract object? Values { get; }

    /// <inheritdoc/>
    public bool Equals(SecurityScheme? other) =>
        ReferenceEquals(this, other) || (other is not null && GetType() == other.GetType() && Name == other.Name && Equals(Values, other.Values));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SecurityScheme);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the name of the scheme.</summary>
    public override string ToString() => Name;

    /// <summary>Where the scheme's secret is in a request; null if it is in the connection.</summary>
    internal abstract SecretPlace? Place { get; }

    /// <summary>The text that is sent for a secret.</summary>
    /// <param name="secret">The key or token.</param>
    internal virtual string Write(string secret) => secret;
}
