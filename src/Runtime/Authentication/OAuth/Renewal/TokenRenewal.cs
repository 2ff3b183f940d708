namespace Kiln.Runtime.Authentication;

/// <summary>One attempt to get a token, for which any number of requests wait. Its fields are used under the lock of its source.</summary>
internal sealed class TokenRenewal
{
    private readonly CancellationTokenSource cancellation = new();

    /// <summary>The token that comes.</summary>
    public Task<IssuedToken> Task { get; set; } = null!;

    /// <summary>How many requests wait for the token; none if it is to replace one that is still valid.</summary>
    public int Waiters { get; set; }

    /// <summary>Whether a user is signing in, which is of no use when nobody waits any more.</summary>
    public bool IsSigningIn { get; set; }

    /// <summary>Canceled when nobody waits for a sign-in any more.</summary>
    public CancellationToken Token => cancellation.Token;

    public void Cancel() => cancellation.Cancel();
}
