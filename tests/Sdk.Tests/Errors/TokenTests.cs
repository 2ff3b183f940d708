using Kiln.Runtime.Authentication;
using Microsoft.AspNetCore.Http;
using SentinelOne.ThreatEvents.Tests.Support;

namespace SentinelOne.ThreatEvents.Tests.Errors;

/// <summary>The token goes to the console and to nobody else.</summary>
public class TokenTests
{
    private const string Secret = "s3cret";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_another_port_is_followed_without_it(int status)
    {
        await using var other = await ScriptedConsole.WithEvents("""{"id":"from the other"}""");
        await using var console = await RedirectingTo(new Uri(other.Address, "/taken").AbsoluteUri, status);

        var page = await Clients.Client(console.Address, Secret).Sample().GetAsync(cancellationToken: Token);

        Assert.Equal("from the other", page.Data![0].Id);
        Assert.Equal("ApiToken " + Secret, Assert.Single(console.Asked).Authorization);
        Assert.Equal("", Assert.Single(other.Asked).Authorization);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_followed_without_it()
    {
        await using var console = await ScriptedConsole.StartAsync((number, context) => number == 0
            ? Redirect(context, $"http://localhost:{context.Connection.LocalPort}/taken", 302)
            : ScriptedConsole.Answer(context, 200, Bodies.Json, """{"pagination":{"totalItems":0}}"""u8.ToArray()));

        await Clients.Client(console.Address, Secret).Sample().GetAsync(cancellationToken: Token);

        Assert.Equal(["ApiToken " + Secret, ""], console.Asked.Select(a => a.Authorization));
    }

    [Fact]
    public async Task A_redirect_within_the_console_carries_it()
    {
        await using var console = await ScriptedConsole.StartAsync((number, context) => number == 0
            ? Redirect(context, "/moved", 307)
            : ScriptedConsole.Answer(context, 200, Bodies.Json, """{"pagination":{"totalItems":0}}"""u8.ToArray()));

        await Clients.Client(console.Address, Secret).Sample().GetAsync(cancellationToken: Token);

        Assert.Equal(["ApiToken " + Secret, "ApiToken " + Secret], console.Asked.Select(a => a.Authorization));
    }

    [Fact]
    public async Task An_http_client_of_the_callers_does_not_carry_it_away_either()
    {
        await using var other = await ScriptedConsole.WithEvents();
        await using var console = await RedirectingTo(other.Address.AbsoluteUri, 302);
        using var http = new HttpClient();

        await Clients.Client(console.Address, Secret, http).Sample().GetAsync(cancellationToken: Token);

        Assert.Equal("", Assert.Single(other.Asked).Authorization);
    }

    [Fact]
    public async Task A_whole_url_of_another_host_is_refused_before_anything_is_sent()
    {
        await using var other = await ScriptedConsole.WithEvents();
        await using var console = await ScriptedConsole.WithEvents();
        var events = Clients.Client(console.Address, Secret).Sample().WithUrl(other.Address.AbsoluteUri);

        var e = await Assert.ThrowsAsync<AuthenticationException>(() => events.GetAsync(cancellationToken: Token));

        Assert.DoesNotContain(Secret, e.ToString());
        Assert.Empty(other.Asked);
    }

    [Theory]
    [InlineData("http://usea1.example.net")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://localhost.example.net")]
    [InlineData("ftp://usea1.example.net")]
    [InlineData("https://user:pass@usea1.example.net")]
    [InlineData("https://usea1.example.net/?a=1")]
    public void A_console_that_is_not_to_be_trusted_with_it_is_refused(string console)
    {
        var e = Assert.Throws<ArgumentException>(() => Clients.Client(new Uri(console), Secret));

        Assert.DoesNotContain(Secret, e.ToString());
    }

    [Theory]
    [InlineData("https://usea1.example.net")]
    [InlineData("https://usea1.example.net/")]
    [InlineData("https://usea1.example.net:8443/console/")]
    [InlineData("http://localhost:1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://[::1]:1")]
    public void A_console_over_https_or_on_this_machine_is_taken(string console)
    {
        var url = Clients.Client(new Uri(console), Secret).Threats["1"].Explore.Events.ToGetRequestInformation().URI;

        Assert.Equal(console.TrimEnd('/') + "/web/api/v2.1/threats/1/explore/events", url.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s3cret\r\nX-Injected: 1")]
    public void A_token_that_no_header_can_carry_is_refused(string token) =>
        Assert.DoesNotContain(Secret, Assert.Throws<ArgumentException>(() => Clients.Client(new Uri("https://usea1.example.net"), token)).ToString());

    private static Task<ScriptedConsole> RedirectingTo(string url, int status) => ScriptedConsole.StartAsync((_, context) => Redirect(context, url, status));

    private static Task Redirect(HttpContext context, string url, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = url;
        return Task.CompletedTask;
    }
}
