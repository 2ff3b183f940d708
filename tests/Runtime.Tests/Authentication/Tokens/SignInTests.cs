using System.Security.Cryptography;
using System.Text;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace Kiln.Runtime.Tests.Authentication.Tokens;

/// <summary>A user signs in with a browser: authorization code with PKCE, then refresh tokens.</summary>
public sealed class SignInTests
{
    private const string RedirectUri = "https://app.example/signed-in?app=1";

    private readonly ManualTime time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_code_is_exchanged_with_the_verifier_of_its_challenge()
    {
        await using var tokens = await TokenServer.CountingAsync();
        Dictionary<string, string>? asked = null;
        var credential = SignIn(tokens, url =>
        {
            asked = Query(url);
            Assert.StartsWith("https://id.example/authorize?tenant=1&", url.AbsoluteUri);
            return Redirect(url, "code=c%2B1");
        });

        Assert.Equal("token0", (await credential.GetAsync(Token)).Text);

        var form = tokens.Forms.Single();
        Assert.Equal(("authorization_code", "c+1", RedirectUri, "id"), (form["grant_type"], form["code"], form["redirect_uri"], form["client_id"]));
        Assert.Equal(("code", "id", RedirectUri, "read write", "S256", "https://api.example/"),
            (asked!["response_type"], asked["client_id"], asked["redirect_uri"], asked["scope"], asked["code_challenge_method"], asked["audience"]));
        Assert.Equal(asked["code_challenge"], WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]))));
        Assert.InRange(form["code_verifier"].Length, 43, 128);
        Assert.InRange(asked["state"].Length, 22, 128);
    }

    [Fact]
    public async Task Each_sign_in_has_its_own_state_and_verifier()
    {
        await using var tokens = await TokenServer.CountingAsync();
        var states = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await SignIn(tokens, url =>
            {
                states.Add(Query(url)["state"]);
                return Redirect(url, "code=1");
            }).PrepareAsync(Token);
        }

        Assert.Equal(2, states.Distinct().Count());
        Assert.Equal(2, tokens.Forms.Select(f => f["code_verifier"]).Distinct().Count());
    }

    [Theory]
    [InlineData("https://app.example/?code=1", "it has another state, or none")]
    [InlineData("https://app.example/?code=1&state=other", "it has another state, or none")]
    [InlineData("https://app.example/?code=1&code=2&state={state}", "has a parameter twice")]
    [InlineData("https://app.example/?state={state}", "has no code")]
    [InlineData("https://app.example/?code=&state={state}", "has no code")]
    [InlineData("https://app.example/?error=access_denied&error_description=The+user%0Asaid+no&state={state}", "answered access_denied (The user\\nsaid no)")]
    [InlineData("/relative", "no absolute redirect URL")]
    public async Task A_redirect_without_a_code_for_this_request_is_refused(string redirect, string problem)
    {
        await using var tokens = await TokenServer.CountingAsync();
        var credential = SignIn(tokens, url => new Uri(redirect.Replace("{state}", Query(url)["state"]), UriKind.RelativeOrAbsolute));

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => credential.PrepareAsync(Token));

        Assert.Equal(AuthenticationFailure.SignInFailed, e.Reason);
        Assert.Contains(problem, e.Message);
        Assert.Empty(tokens.Forms);
    }

    [Fact]
    public async Task The_user_is_asked_again_only_when_the_refresh_token_is_over()
    {
        var signIns = 0;
        await using var tokens = await TokenServer.StartAsync(number => number switch
        {
            2 => Answer.Error("invalid_grant"),
            _ => Answer.Token($"token{number}", 100, $"refresh{number}"),
        });
        var credential = SignIn(tokens, url =>
        {
            signIns++;
            return Redirect(url, "code=1");
        });
        var texts = new List<string>();

        for (var i = 0; i < 3; i++)
        {
            texts.Add((await credential.GetAsync(Token)).Text);
            time.Advance(TimeSpan.FromSeconds(100));
        }

        Assert.Equal(["token0", "token1", "token3"], texts);
        Assert.Equal(2, signIns);
        Assert.Equal(["code", "refresh0", "refresh1", "code"], tokens.Forms.Select(f => f.TryGetValue("refresh_token", out var refresh) ? refresh : "code"));
    }

    [Fact]
    public async Task A_user_is_not_asked_while_the_token_is_valid()
    {
        var signIns = 0;
        await using var tokens = await TokenServer.StartAsync(number => number == 0 ? Answer.Token("token0", 100, "refresh0") : Answer.Error("invalid_grant"));
        var credential = SignIn(tokens, url =>
        {
            signIns++;
            return Redirect(url, "code=1");
        });

        await credential.PrepareAsync(Token);
        time.Advance(TimeSpan.FromSeconds(80));
        await credential.PrepareAsync(Token);
        while (tokens.Forms.Count < 2)
            await Task.Yield();
        for (var i = 0; i < 20; i++)
            Assert.Equal("token0", (await credential.GetAsync(Token)).Text);

        Assert.Equal(1, signIns);
    }

    [Fact]
    public async Task A_stored_refresh_token_saves_the_sign_in()
    {
        await using var tokens = await TokenServer.CountingAsync();
        var credential = SignIn(tokens, _ => throw new InvalidOperationException("The user must not be asked."), new() { StoredRefreshToken = "stored" });

        await credential.PrepareAsync(Token);

        Assert.Equal("stored", tokens.Forms.Single()["refresh_token"]);
    }

    [Fact]
    public async Task A_sign_in_ends_when_nobody_waits_for_it_any_more()
    {
        var ended = new TaskCompletionSource();
        var begun = new SemaphoreSlim(0);
        var scheme = new OAuth2Scheme("oauth", new("https://id.example/token"), new("https://id.example/authorize"));
        var credential = Credential.AuthorizationCode(scheme, "id", new(RedirectUri), async (_, cancellationToken) =>
        {
            begun.Release();
            await using var _2 = cancellationToken.Register(ended.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null!;
        });
        using var one = new CancellationTokenSource();
        using var two = new CancellationTokenSource();

        var first = credential.PrepareAsync(one.Token);
        var second = credential.PrepareAsync(two.Token);
        await begun.WaitAsync(Token);
        await one.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(ended.Task.IsCompleted);
        await two.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await ended.Task.WaitAsync(Token);

        Assert.Equal(0, begun.CurrentCount);
    }

    [Fact]
    public async Task A_sign_in_that_the_application_cancels_is_an_error()
    {
        await using var tokens = await TokenServer.CountingAsync();

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => SignIn(tokens, _ => throw new OperationCanceledException()).PrepareAsync(Token));

        Assert.Equal(AuthenticationFailure.SignInFailed, e.Reason);
    }

    [Fact]
    public async Task A_browser_on_this_machine_brings_the_code()
    {
        await using var tokens = await TokenServer.CountingAsync();
        using var http = new HttpClient();
        var bodies = new List<Task<string>>();
        for (var attempt = 0; ; attempt++)
        {
            var port = FreePort();
            var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl, new("https://id.example/authorize"));
            var credential = Credential.AuthorizationCode(scheme, "id", new($"http://127.0.0.1:{port}/done"), (url, cancellationToken) => LoopbackRedirect.ReceiveAsync(
                url,
                opened => bodies.Add(BrowseAsync(http, port, Query(opened)["state"])),
                cancellationToken));
            try
            {
                Assert.Equal("token0", (await credential.GetAsync(Token)).Text);
                break;
            }
            catch (System.Net.Sockets.SocketException) when (attempt < 3)
            {
                // Somebody else has taken the port meanwhile.
            }
        }

        Assert.Equal("You can close this window now.", await bodies[^1]);
        Assert.Equal("the code", tokens.Forms.Single()["code"]);
    }

    [Theory]
    [InlineData("https://id.example/authorize")]
    [InlineData("https://id.example/authorize?redirect_uri=https%3A%2F%2Fapp.example%2F")]
    [InlineData("https://id.example/authorize?redirect_uri=http%3A%2F%2Fapp.example%2F")]
    public async Task A_redirect_to_another_machine_is_not_received_here(string url) =>
        await Assert.ThrowsAsync<ArgumentException>(() => LoopbackRedirect.ReceiveAsync(new(url), _ => { }, Token).AsTask());

    private static async Task<string> BrowseAsync(HttpClient http, int port, string state)
    {
        // A connection that is opened in advance, and an icon: neither is the redirect.
        using var idle = new System.Net.Sockets.TcpClient();
        await idle.ConnectAsync("127.0.0.1", port, Token);
        Assert.Equal(404, (int)(await http.GetAsync($"http://127.0.0.1:{port}/favicon.ico", Token)).StatusCode);
        return await http.GetStringAsync($"http://127.0.0.1:{port}/done?code=the+code&state={state}", Token);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Credential SignIn(TokenServer tokens, Func<Uri, Uri> browse, OAuth2Options? options = null)
    {
        var scheme = new OAuth2Scheme("oauth", tokens.TokenUrl, new("https://id.example/authorize?tenant=1"));
        return Credential.AuthorizationCode(scheme, "id", new(RedirectUri), (url, _) => new(browse(url)), ["read", "write"], options: new()
        {
            TimeProvider = time,
            Timeout = Timeout.InfiniteTimeSpan,
            StoredRefreshToken = options?.StoredRefreshToken,
            Parameters = new Dictionary<string, string> { ["audience"] = "https://api.example/" },
        });
    }

    private static Uri Redirect(Uri authorization, string response) => new($"{RedirectUri}&{response}&state={Query(authorization)["state"]}");

    private static Dictionary<string, string> Query(Uri url) => QueryHelpers.ParseQuery(url.Query).ToDictionary(p => p.Key, p => p.Value.ToString());
}
