using System.Globalization;
using Kiln.Runtime.Http;
using Kiln.Runtime.Text;

namespace Kiln.Runtime.Authentication;

/// <summary>A user signs in on another device, while the client asks again and again (RFC 8628).</summary>
/// <param name="client">The client.</param>
/// <param name="show">Shows the user the URL and the code.</param>
internal sealed class DeviceCodeGrant(OAuthClient client, Func<DeviceCodePrompt, CancellationToken, ValueTask> show) : TokenGrant(client)
{
    // RFC 8628, sections 3.2 and 3.5.
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SlowDown = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(1);

    private TimeProvider Time => Client.Options.TimeProvider;

    public override async Task<IssuedToken> IssueAsync(CancellationToken cancellationToken)
    {
        var asked = Time.GetUtcNow();
        var response = await Client.PostAsync(
            ServerEndpoint.DeviceAuthorization, new FormParameters().Add("scope", ScopeOfSignIn), cancellationToken).ConfigureAwait(false);
        var code = response["device_code"] ?? throw Invalid("has no device_code");
        var life = SecondsIn(response, "expires_in") ?? throw Invalid("has no valid expires_in");
        var expires = asked + (life < LongestLife ? life : LongestLife);
        var prompt = new DeviceCodePrompt(
            response["user_code"] is { } userCode ? MessageText.OneLine(userCode) : throw Invalid("has no user_code"),
            // An older name, of which one large provider has not parted.
            UrlIn(response, "verification_uri") ?? UrlIn(response, "verification_url") ?? throw Invalid("has no verification_uri of http or https"),
            UrlIn(response, "verification_uri_complete"),
            expires);

        await show(prompt, cancellationToken).ConfigureAwait(false);
        return await PollAsync(code, expires, SecondsIn(response, "interval") ?? UsualInterval, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IssuedToken> PollAsync(string code, DateTimeOffset expires, TimeSpan interval, CancellationToken cancellationToken)
    {
        var parameters = new FormParameters()
            .Add("grant_type", "urn:ietf:params:oauth:grant-type:device_code")
            .AddSecret("device_code", code);
        while (Time.GetUtcNow() + interval < expires)
        {
            await Task.Delay(interval, Time, cancellationToken).ConfigureAwait(false);
            try
            {
                return await Client.AskAsync(ServerEndpoint.Token, parameters, cancellationToken).ConfigureAwait(false);
            }
            catch (AuthenticationException e) when (e.ErrorCode == "authorization_pending")
            {
            }
            catch (AuthenticationException e) when (e.ErrorCode == "slow_down")
            {
                interval += SlowDown;
            }
            catch (AuthenticationException e) when (e is { Reason: AuthenticationFailure.InvalidResponse, StatusCode: null, InnerException: not null })
            {
                // The server was not reached this time; it is asked less often from now on.
                interval *= 2;
            }
            catch (AuthenticationException e) when (e.ErrorCode is "access_denied" or "expired_token")
            {
                throw Failed(e.ErrorCode == "access_denied" ? "the user denied it" : "the code has expired", e);
            }
        }
        throw Failed("the code has expired", null);
    }

    private static TimeSpan? SecondsIn(ServerResponse response, string name) =>
        double.TryParse(response[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < int.MaxValue ? TimeSpan.FromSeconds(seconds) : null;

    // The user opens it.
    private static Uri? UrlIn(ServerResponse response, string name) =>
        Uri.TryCreate(response[name], UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && Origin.HasHost(url) ? url : null;

    private AuthenticationException Invalid(string problem) =>
        new(AuthenticationFailure.InvalidResponse, $"The response of the device authorization endpoint of '{Client.Scheme.Name}' {problem}.");

    private AuthenticationException Failed(string problem, AuthenticationException? inner) =>
        new(AuthenticationFailure.SignInFailed, $"The sign-in for '{Client.Scheme.Name}' failed: {problem}.", inner) { ErrorCode = inner?.ErrorCode ?? "expired_token", StatusCode = inner?.StatusCode };
}
