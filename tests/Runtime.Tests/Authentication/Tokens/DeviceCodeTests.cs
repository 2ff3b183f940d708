using Kiln.Runtime.Authentication;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Kiln.Runtime.Tests.Authentication.Tokens;

/// <summary>A user signs in on another device while the client asks (RFC 8628).</summary>
public sealed class DeviceCodeTests
{
    private const string Device = """{"device_code":"d3vice","user_code":"WDJB-MJHT","verification_uri":"https://id.example/device","verification_uri_complete":"https://id.example/device?c=1","expires_in":900}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_is_asked_until_the_user_has_signed_in()
    {
        var (waits, shown, time) = (new List<TimeSpan>(), new List<DeviceCodePrompt>(), Clock(out var asked));
        await using var tokens = await ServerAsync(Device, number => number switch
        {
            0 => Answer.Error("authorization_pending"),
            1 => Answer.Error("slow_down"),
            2 => Answer.Error("authorization_pending"),
            _ => Answer.Token("token0", refresh: "refresh0"),
        });
        waits = asked;

        var secret = await SignIn(tokens, time, shown).GetAsync(Token);

        Assert.Equal("token0", secret.Text);
        Assert.Equal([5, 5, 10, 10], waits.Select(w => w.TotalSeconds));
        var prompt = Assert.Single(shown);
        Assert.Equal(("WDJB-MJHT", "https://id.example/device", "https://id.example/device?c=1"), (prompt.UserCode, prompt.VerificationUri.AbsoluteUri, prompt.CompleteVerificationUri!.AbsoluteUri));
        Assert.Equal("client_id=id&scope=read".Split('&').Order(), tokens.Server.Requests.First().Body.Split('&').Order());
        Assert.All(tokens.Forms, f => Assert.Equal(("urn:ietf:params:oauth:grant-type:device_code", "d3vice", "id"), (f["grant_type"], f["device_code"], f["client_id"])));
    }

    [Theory]
    [InlineData("access_denied", "the user denied it", 1)]
    [InlineData("expired_token", "the code has expired", 1)]
    [InlineData("authorization_pending", "the code has expired", 3)]
    public async Task A_sign_in_that_does_not_happen(string error, string problem, int polls)
    {
        var time = Clock(out _);
        await using var tokens = await ServerAsync(Device.Replace("900", "20"), _ => Answer.Error(error));

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => SignIn(tokens, time, []).PrepareAsync(Token));

        Assert.Equal((AuthenticationFailure.SignInFailed, $"The sign-in for 'oauth' failed: {problem}."), (e.Reason, e.Message));
        Assert.Equal(polls, tokens.Forms.Count);
        Assert.DoesNotContain("d3vice", e.ToString());
    }

    [Theory]
    [InlineData("""{"user_code":"U","verification_uri":"https://id.example/","expires_in":9}""", "has no device_code")]
    [InlineData("""{"device_code":"d3vice","verification_uri":"https://id.example/","expires_in":9}""", "has no user_code")]
    [InlineData("""{"device_code":"d3vice","user_code":"U","verification_uri":"https://id.example/"}""", "has no valid expires_in")]
    [InlineData("""{"device_code":"d3vice","user_code":"U","verification_uri":"file:///etc/passwd","expires_in":9}""", "has no verification_uri of http or https")]
    [InlineData("""{"device_code":"d3vice","user_code":"U","expires_in":9}""", "has no verification_uri of http or https")]
    public async Task A_response_that_nobody_can_be_shown(string device, string problem)
    {
        await using var tokens = await ServerAsync(device, _ => throw new InvalidOperationException("No token is to be asked for."));

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => SignIn(tokens, Clock(out _), []).PrepareAsync(Token));

        Assert.Equal($"The response of the device authorization endpoint of 'oauth' {problem}.", e.Message);
        Assert.DoesNotContain("d3vice", e.ToString());
    }

    [Fact]
    public async Task An_error_of_the_device_endpoint()
    {
        await using var tokens = await ServerAsync("""{"error":"invalid_scope"}""", _ => throw new InvalidOperationException());

        Assert.Equal("invalid_scope", (await Assert.ThrowsAsync<AuthenticationException>(() => SignIn(tokens, Clock(out _), []).PrepareAsync(Token))).ErrorCode);
    }

    private static Credential SignIn(TokenServer tokens, TimeProvider time, List<DeviceCodePrompt> shown) => Credential.DeviceCode(
        new OAuth2Scheme("oauth", tokens.TokenUrl, deviceAuthorizationUrl: new(tokens.Url, "/device")), "id",
        (prompt, _) =>
        {
            shown.Add(prompt);
            return default;
        },
        ["read"],
        options: new() { TimeProvider = time, Timeout = Timeout.InfiniteTimeSpan });

    /// <summary>A clock on which each wait is over at once.</summary>
    private static ManualTime Clock(out List<TimeSpan> waits)
    {
        ManualTime? time = null;
        time = new() { Waiting = wait => ThreadPool.QueueUserWorkItem(_ => time!.Advance(wait)) };
        waits = time.Waits;
        return time;
    }

    private static Task<TokenServer> ServerAsync(string device, Func<int, Answer> token) => TokenServer.StartAsync(token, async (context, _) =>
    {
        context.Response.StatusCode = device.Contains("\"error\"") ? 400 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(device, context.RequestAborted);
    });
}
