namespace Kiln.Runtime.Authentication;

/// <summary>A key or token that the application gives for each request.</summary>
internal sealed class CallbackSecret(SecurityScheme scheme, Func<CancellationToken, ValueTask<string>> callback) : SecretSource
{
    public override async ValueTask<Secret> GetAsync(CancellationToken cancellationToken)
    {
        var text = await callback(cancellationToken).ConfigureAwait(false);
        return SecretCheck.Problem(scheme, text) is { } problem
            ? throw new AuthenticationException(AuthenticationFailure.InvalidSecret, $"The secret that the application returned for '{scheme.Name}' {problem}.")
            : new Secret(text);
    }
}
