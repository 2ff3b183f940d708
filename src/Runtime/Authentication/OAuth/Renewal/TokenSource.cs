namespace Kiln.Runtime.Authentication;

/// <summary>
/// Keeps a token and gets another one before it expires: one attempt at a time for all requests that wait, which does not end because one of them is canceled. An expired token is never
/// given.
/// </summary>
/// <param name="grant">The way to get tokens.</param>
/// <param name="client">The client of the authorization server.</param>
/// <param name="refreshToken">The refresh token of an earlier sign-in; null for none.</param>
internal sealed class TokenSource(TokenGrant grant, OAuthClient client, string? refreshToken) : SecretSource
{
    // A server that cannot renew a token just now shall not be asked again by each request while the token is still valid.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly object gate = new();
    private string? refreshToken = refreshToken;
    private IssuedToken? current;
    private TokenRenewal? renewal;
    private DateTimeOffset nextAttempt = DateTimeOffset.MinValue;

    private DateTimeOffset Now => client.Options.TimeProvider.GetUtcNow();

    public override ValueTask<Secret> GetAsync(CancellationToken cancellationToken)
    {
        TokenRenewal awaited;
        lock (gate)
        {
            var now = Now;
            if (current is { } token && now < token.Expires)
            {
                if (now >= token.RenewAt && now >= nextAttempt && renewal is null && (refreshToken is not null || !grant.IsInteractive))
                    Begin();
                return new(new Secret(token.Text, () => Reject(token)));
            }
            current = null;
            awaited = renewal ?? Begin();
            awaited.Waiters++;
        }
        return new(AwaitAsync(awaited, cancellationToken));
    }

    /// <summary>Waits for the end of the attempt to get a token that goes on now, whatever it is.</summary>
    internal async Task SettledAsync()
    {
        Task? running;
        lock (gate)
            running = renewal?.Task;
        if (running is not null)
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private TokenRenewal Begin()
    {
        var begun = new TokenRenewal();
        renewal = begun;
        begun.Task = Task.Run(() => RunAsync(begun), CancellationToken.None);
        // Nobody may be left to hear of its failure.
        _ = begun.Task.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return begun;
    }

    private async Task<Secret> AwaitAsync(TokenRenewal awaited, CancellationToken cancellationToken)
    {
        try
        {
            var token = await awaited.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            // It was issued for the requests that wait for it. Another one would be no better, unless this one expires while a request is retried.
            return new(token.Text, () => Now >= token.Expires && Reject(token));
        }
        finally
        {
            Leave(awaited);
        }
    }

    private void Leave(TokenRenewal left)
    {
        lock (gate)
        {
            if (--left.Waiters > 0 || !left.IsSigningIn || left.Task.IsCompleted)
                return;
            if (renewal == left)
                renewal = null;
        }
        left.Cancel();
    }

    private bool Reject(IssuedToken rejected)
    {
        lock (gate)
        {
            // Another request may have been faster.
            if (current == rejected)
                current = null;
        }
        return true;
    }

    private async Task<IssuedToken> RunAsync(TokenRenewal running)
    {
        try
        {
            var token = await GetTokenAsync(running).ConfigureAwait(false);
            lock (gate)
            {
                current = token;
                nextAttempt = DateTimeOffset.MinValue;
            }
            return token;
        }
        catch (OperationCanceledException e) when (!running.Token.IsCancellationRequested)
        {
            throw new AuthenticationException(AuthenticationFailure.SignInFailed, $"The sign-in for '{client.Scheme.Name}' was canceled.", e);
        }
        finally
        {
            lock (gate)
            {
                if (renewal == running)
                    renewal = null;
                if (current is not null && Now >= current.RenewAt)
                    nextAttempt = Now + Pause;
            }
        }
    }

    private async Task<IssuedToken> GetTokenAsync(TokenRenewal running)
    {
        string? refresh;
        lock (gate)
            refresh = grant.UsesRefreshTokens ? refreshToken : null;
        if (refresh is not null)
        {
            try
            {
                // Not canceled: the server may have replaced the refresh token already, and the new one would be lost.
                return await KeepAsync(await grant.RefreshAsync(refresh, CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (AuthenticationException e) when (e.ErrorCode == "invalid_grant")
            {
                lock (gate)
                    refreshToken = null;
            }
        }
        BeginSignIn(running);
        return await KeepAsync(await grant.IssueAsync(running.Token).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private void BeginSignIn(TokenRenewal running)
    {
        if (!grant.IsInteractive)
            return;
        lock (gate)
        {
            // While the present token is valid, no user is disturbed.
            if (running.Waiters == 0 || (current is not null && Now < current.Expires))
                throw new AuthenticationException(AuthenticationFailure.SignInFailed, $"The user has to sign in again for '{client.Scheme.Name}'.");
            running.IsSigningIn = true;
        }
    }

    private async Task<IssuedToken> KeepAsync(IssuedToken token)
    {
        if (!grant.UsesRefreshTokens || token.RefreshToken is not { } issued)
            return token;
        lock (gate)
        {
            if (issued == refreshToken)
                return token;
            refreshToken = issued;
        }
        if (client.Options.OnRefreshToken is { } store)
            await store(issued, CancellationToken.None).ConfigureAwait(false);
        return token;
    }
}
