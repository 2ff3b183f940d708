namespace Kiln.Runtime.Authentication;

/// <summary>Gives the secret for each request. Thread-safe.</summary>
internal abstract class SecretSource
{
    /// <summary>The secret for a request that is sent now.</summary>
    /// <exception cref="AuthenticationException">There is none.</exception>
    public abstract ValueTask<Secret> GetAsync(CancellationToken cancellationToken);
}
