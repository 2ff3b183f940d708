using System.Text;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Tests.Support;
using static Kiln.Runtime.Tests.Authentication.AuthenticatedCall;

namespace Kiln.Runtime.Tests.Authentication.Tokens;

/// <summary>What a caller gets of a token endpoint that does something else than to issue a token: always one exception, which says what it was and no secret.</summary>
public sealed class TokenFaultTests
{
    private const string ClientSecret = "cl1ent-s3cret+/";

    private static readonly string Proof = Convert.ToBase64String(Encoding.ASCII.GetBytes($"id:{Uri.EscapeDataString(ClientSecret)}"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string?, int?, string> Faults => new()
    {
        { "invalid_client", "invalid_client", 401, "answered 401: invalid_client (no such client, *** is wrong)." },
        { "success with an error", "bad_verification_code", 200, "answered 200: bad_verification_code." },
        { "HTML", null, 200, "answered 200 with text/html, which is not JSON." },
        { "HTML with an error", null, 502, "answered 502 with text/html, which is not JSON." },
        { "nothing", null, 200, "answered 200 with an empty body." },
        { "no content", null, 204, "answered 204 with an empty body." },
        { "huge", null, 200, "answered 200 with more than 1048576 bytes." },
        { "redirect", null, 302, "answered 302, a redirect, which is not followed." },
        { "kept redirect", null, 307, "answered 307, a redirect, which is not followed." },
        { "list", null, 200, "answered 200 with a body that is not a JSON object." },
        { "cut", null, 200, "answered 200 with a body that is not a JSON object." },
        { "other JSON", null, 500, "answered 500 with JSON that is not an error of OAuth 2.0." },
        { "twice", null, 200, "answered 200 with a body that is not a JSON object." },
        { "surrogate", null, 200, "answered 200 with a body that is not a JSON object." },
        { "no token", null, null, "sent a response without an access token." },
        { "token is a number", null, null, "sent a token that expires at once." },
        { "empty token", null, null, "sent a response without an access token." },
        { "expires at once", null, null, "sent a token that expires at once." },
        { "expired", null, null, "sent a token that expires at once." },
        { "strange life", null, null, "sent a token whose expires_in is not a number." },
        { "header injection", null, null, "sent a token that cannot be sent: it must be printable ASCII without line breaks." },
        { "other type", null, null, "sent a token of the type mac; only bearer tokens are supported." },
        { "terminal", "\\u001b[31mred", 400, "answered 400: \\u001b[31mred." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_response_that_is_no_token(string fault, string? code, int? status, string message)
    {
        await using var tokens = await TokenServer.StartAsync(_ => AnswerOf(fault));
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl);

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => server.CallAsync(AnyOf([scheme]), [Credential.ClientCredentials(scheme, "id", ClientSecret)]));

        Assert.EndsWith(message, e.Message);
        Assert.Equal(code is null ? AuthenticationFailure.InvalidResponse : AuthenticationFailure.Refused, e.Reason);
        Assert.Equal((code, status), (e.ErrorCode, e.StatusCode));
        foreach (var secret in new[] { ClientSecret, Uri.EscapeDataString(ClientSecret), Proof })
            Assert.DoesNotContain(secret, e.ToString());
        Assert.Empty(server.Requests);
        Assert.Single(tokens.Server.Requests);
    }

    [Fact]
    public async Task A_server_that_is_not_there()
    {
        var credential = Credential.ClientCredentials(new OAuth2Scheme("oauth", new("http://127.0.0.1:1/token?tenant=1")), "id", ClientSecret);

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => credential.PrepareAsync(Token));

        Assert.StartsWith("The token endpoint http://127.0.0.1:1/token sent no response: ", e.Message);
        Assert.IsType<HttpRequestException>(e.InnerException);
        Assert.Equal(AuthenticationFailure.InvalidResponse, e.Reason);
        Assert.DoesNotContain(ClientSecret, e.ToString());
    }

    [Fact]
    public async Task A_server_that_does_not_respond_in_time()
    {
        var never = new TaskCompletionSource();
        await using var tokens = await TokenServer.StartAsync(_ => Answer.Token("token0") with { After = never.Task });
        var credential = Credential.ClientCredentials(
            new OAuth2Scheme("oauth", tokens.TokenUrl), "id", ClientSecret, options: new() { Timeout = TimeSpan.FromMilliseconds(50) });

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => credential.PrepareAsync(Token));

        never.SetResult();
        Assert.EndsWith("did not respond within 0.05 seconds.", e.Message);
    }

    [Fact]
    public async Task A_token_that_has_expired_when_it_arrives()
    {
        var time = new ManualTime();
        await using var tokens = await TokenServer.StartAsync(_ =>
        {
            time.Advance(TimeSpan.FromSeconds(60));
            return Answer.Token("token0", 60);
        });
        var credential = Credential.ClientCredentials(new OAuth2Scheme("oauth", tokens.TokenUrl), "id", ClientSecret, options: new() { TimeProvider = time, Timeout = Timeout.InfiniteTimeSpan });

        Assert.EndsWith("sent a token that has expired already.", (await Assert.ThrowsAsync<AuthenticationException>(() => credential.PrepareAsync(Token))).Message);
    }

    private static Answer AnswerOf(string fault) => fault switch
    {
        "invalid_client" => Answer.Error("invalid_client", $"no such client, {ClientSecret} is wrong", 401),
        "success with an error" => Answer.Error("bad_verification_code", status: 200),
        "HTML" => new(200, $"<html>{ClientSecret}</html>", "text/html; charset=utf-8"),
        "HTML with an error" => new(502, "<html>Bad gateway</html>", "text/html"),
        "nothing" => new(200, ""),
        "no content" => new(204, ""),
        "huge" => new(200, $$"""{"access_token":"{{new string('t', 2 * 1024 * 1024)}}"}"""),
        "redirect" => new(302, ""),
        "kept redirect" => new(307, ""),
        "list" => new(200, "[]"),
        "cut" => new(200, """{"access_token":"tok"""),
        "other JSON" => new(500, """{"message":"Internal Server Error"}"""),
        "twice" => new(200, """{"access_token":"one","access_token":"two"}"""),
        "surrogate" => new(200, """{"access_token":"\ud800"}"""),
        "no token" => new(200, """{"token_type":"Bearer","nested":{"access_token":"t"}}"""),
        "token is a number" => new(200, """{"access_token":7,"expires_in":"0"}"""),
        "empty token" => new(200, """{"access_token":""}"""),
        "expires at once" => Answer.Token("token0", 0),
        "expired" => Answer.Token("token0", -1),
        "strange life" => new(200, """{"access_token":"token0","expires_in":"soon"}"""),
        "header injection" => new(200, """{"access_token":"a\r\nX-Admin: 1"}"""),
        "other type" => new(200, """{"access_token":"token0","token_type":"mac"}"""),
        "terminal" => Answer.Error("\\u001b[31mred"),
        _ => throw new ArgumentException("Not a fault.", nameof(fault)),
    };
}
