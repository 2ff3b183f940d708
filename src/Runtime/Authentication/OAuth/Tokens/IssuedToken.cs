namespace Kiln.Runtime.Authentication;

/// <summary>An access token with its times. Immutable.</summary>
[System.Diagnostics.DebuggerDisplay("Token until {Expires}")]
internal sealed class IssuedToken
{
    // What is sent just before its expiry may arrive after it.
    private static readonly TimeSpan Transit = TimeSpan.FromSeconds(10);

    /// <param name="text">The token.</param>
    /// <param name="refreshToken">The refresh token that came with it; null for none.</param>
    /// <param name="asked">When it was asked for, which is the latest time from which its life can be counted.</param>
    /// <param name="life">How long it is valid; null if the server has not said so.</param>
    /// <param name="renewBefore">How long before its expiry it is to be renewed.</param>
    public IssuedToken(string text, string? refreshToken, DateTimeOffset asked, TimeSpan? life, TimeSpan renewBefore)
    {
        (Text, RefreshToken) = (text, refreshToken);
        Expires = DateTimeOffset.MaxValue;
        RenewAt = DateTimeOffset.MaxValue;
        if (life is not { } time || time >= DateTimeOffset.MaxValue - asked)
            return;
        Expires = asked + time - Shorter(Transit, time / 10);
        RenewAt = Expires - Shorter(renewBefore, time / 4);
    }

    [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
    public string Text { get; }

    [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
    public string? RefreshToken { get; }

    /// <summary>From when on it is not sent any more.</summary>
    public DateTimeOffset Expires { get; }

    /// <summary>From when on another one is asked for.</summary>
    public DateTimeOffset RenewAt { get; }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
