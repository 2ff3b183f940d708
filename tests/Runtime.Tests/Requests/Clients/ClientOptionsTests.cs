using Kiln.Runtime.Authentication;
using Kiln.Runtime.Requests;

namespace Kiln.Runtime.Tests.Requests.Clients;

/// <summary>The options of clients, and the adapters that are made from them.</summary>
public sealed class ClientOptionsTests
{
    [Theory]
    [InlineData("/relative")]
    [InlineData("ftp://a.example")]
    [InlineData("https://user@a.example")]
    [InlineData("https://a.example/?q=1")]
    [InlineData("https://a.example/#f")]
    public void A_server_must_be_a_base_url(string url) =>
        Assert.Equal("value", Assert.Throws<ArgumentException>(() => new ClientOptions { Server = new(url, UriKind.RelativeOrAbsolute) }).ParamName);

    [Theory]
    [InlineData("")]
    [InlineData("contoso/1.0\r\nX-Other: 1")]
    [InlineData("a b@c")]
    public void A_user_agent_must_be_a_list_of_products(string text) =>
        Assert.Equal("value", Assert.Throws<ArgumentException>(() => new ClientOptions { UserAgent = text }).ParamName);

    [Fact]
    public void A_time_limit_must_be_positive()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClientOptions { Timeout = TimeSpan.Zero });
        Assert.Equal(Timeout.InfiniteTimeSpan, new ClientOptions { Timeout = Timeout.InfiniteTimeSpan }.Timeout);
    }

    [Fact]
    public void A_time_limit_replaces_that_of_the_read_options()
    {
        using var adapter = new ServiceRequestAdapter(
            new ClientOptions { Timeout = TimeSpan.FromSeconds(7), ReadOptions = new() { MaxDepth = 5, CallTimeout = TimeSpan.FromSeconds(1) } }, "https://a.example");

        Assert.Equal((TimeSpan.FromSeconds(7), 5), (adapter.ReadOptions.CallTimeout, adapter.ReadOptions.MaxDepth));
    }

    [Fact]
    public void The_options_server_comes_before_the_documents()
    {
        using var own = new ServiceRequestAdapter(new ClientOptions { Server = new("https://own.example/x") }, "https://a.example");
        using var document = new ServiceRequestAdapter(new ClientOptions(), "https://a.example/y");

        Assert.Equal(("https://own.example/x", "https://a.example/y"), (own.BaseUrl, document.BaseUrl));
        Assert.Throws<ArgumentException>(() => new ServiceRequestAdapter(new ClientOptions()));
    }

    [Fact]
    public void Credentials_are_refused_for_a_server_that_would_never_get_them()
    {
        var options = new ClientOptions(Credential.ApiKey(new("key", ApiKeyLocation.Header, "X-Key"), "s3cret")) { Server = new("http://a.example") };

        var e = Assert.Throws<ArgumentException>(() => new ServiceRequestAdapter(options));

        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
        options.Server = new("http://localhost:1");
        new ServiceRequestAdapter(options).Dispose();
    }

    [Fact]
    public void Connections_can_be_configured_but_follow_no_redirects_and_keep_no_cookies()
    {
        var configured = new List<SocketsHttpHandler>();
        var options = new ClientOptions
        {
            ConfigureConnections = handler =>
            {
                (handler.AllowAutoRedirect, handler.UseCookies, handler.MaxConnectionsPerServer) = (true, true, 7);
                configured.Add(handler);
            },
        };

        using var adapter = new ServiceRequestAdapter(options, "https://a.example");
        using var handlers = KilnHandlers.Create(options);

        Assert.Equal(2, configured.Count);
        Assert.All(configured, handler => Assert.Equal((false, false, 7), (handler.AllowAutoRedirect, handler.UseCookies, handler.MaxConnectionsPerServer)));
    }

    [Fact]
    public void Handlers_that_would_send_credentials_along_are_refused()
    {
        using var redirects = new SocketsHttpHandler { UseCookies = false };
        using var cookies = new HttpClientHandler { AllowAutoRedirect = false };
        using var right = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };

        Assert.Throws<ArgumentException>(() => KilnHandlers.Create(connections: redirects));
        Assert.Throws<ArgumentException>(() => KilnHandlers.Create(connections: cookies));
        Assert.NotNull(KilnHandlers.Create(connections: right));
    }
}
