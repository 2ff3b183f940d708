using Kiln.Runtime.Authentication;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Sample;

namespace Kiln.Runtime.Tests.Authentication;

public class TokenAuthenticationTests
{
    private const string Secret = "tok3n-s3cret";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_service_sees_the_token()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null));

        await Client(server).Threats["1"].GetAsync(cancellationToken: Token);

        Assert.Equal("ApiToken " + Secret, Assert.Single(server.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task A_redirect_to_another_origin_does_not_carry_the_token()
    {
        await using var other = await TestServer.JsonAsync(Json.Page(null, "from the other"));
        await using var server = await TestServer.StartAsync(302, null, "", h => h.Location = new Uri(other.Url, "/taken").AbsoluteUri);

        var page = await Client(server).Threats["1"].GetAsync(cancellationToken: Token);

        Assert.Equal("from the other", page.Data![0].Id);
        Assert.True(Assert.Single(server.Requests).Headers.ContainsKey("Authorization"));
        Assert.False(Assert.Single(other.Requests).Headers.ContainsKey("Authorization"));
        Assert.DoesNotContain(other.Requests.Single().Headers, h => h.Value.Contains(Secret));
    }

    [Fact]
    public async Task A_redirect_within_the_origin_carries_the_token()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            if (context.Request.Path == "/moved")
                return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, Json.Page(null));
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/moved";
            return Task.CompletedTask;
        });

        await Client(server).Threats["1"].GetAsync(cancellationToken: Token);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, r => Assert.Equal("ApiToken " + Secret, r.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_client_that_follows_redirects_by_itself_does_not_carry_the_token_either()
    {
        await using var other = await TestServer.JsonAsync(Json.Page(null));
        await using var server = await TestServer.StartAsync(302, null, "", h => h.Location = other.Url.AbsoluteUri);
        using var http = new HttpClient();
        var adapter = new ServiceRequestAdapter(new TokenAuthenticationProvider("ApiToken", Secret, server.Url), server.Url, http);

        await new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token);

        Assert.False(Assert.Single(other.Requests).Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_url_of_another_origin_is_refused_before_anything_is_sent()
    {
        await using var other = await TestServer.JsonAsync(Json.Page(null));
        await using var server = await TestServer.JsonAsync(Json.Page(null));
        var events = Client(server).Threats["1"].WithUrl(other.Url.AbsoluteUri);

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => events.GetAsync(cancellationToken: Token));

        Assert.Contains(other.Url.Authority, e.Message);
        Assert.DoesNotContain(Secret, e.ToString());
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData("https://h.example", "https://h.example:443/x", true)]
    [InlineData("https://h.example", "https://H.EXAMPLE/x", true)]
    [InlineData("https://h.example", "https://h.example:444/x", false)]
    [InlineData("https://h.example", "http://h.example/x", false)]
    [InlineData("https://h.example", "https://h.example.evil.example/x", false)]
    [InlineData("https://h.example", "https://h.example@evil.example/x", false)]
    [InlineData("http://localhost:1", "http://localhost:1/x", true)]
    [InlineData("http://127.0.0.1:1", "http://127.0.0.1:1/x", true)]
    [InlineData("http://[::1]:1", "http://[::1]:1/x", true)]
    [InlineData("http://127.0.0.1:1", "http://127.0.0.1:2/x", false)]
    public async Task Only_the_services_origin_gets_it(string service, string target, bool gets)
    {
        var authentication = new TokenAuthenticationProvider("Bearer", Secret, new(service));
        var request = new RequestInformation { URI = new(target) };

        if (gets)
            await authentication.AuthenticateRequestAsync(request, cancellationToken: Token);
        else
            Assert.DoesNotContain(Secret, (await Assert.ThrowsAsync<InvalidOperationException>(() => authentication.AuthenticateRequestAsync(request, cancellationToken: Token))).Message);

        Assert.Equal(gets, request.Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("http://h.example")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://localhost.example")]
    public void A_service_over_plain_http_elsewhere_is_refused_at_once(string service) =>
        Assert.Equal("baseUrl", Assert.Throws<ArgumentException>(() => new TokenAuthenticationProvider("Bearer", Secret, new(service))).ParamName);

    [Fact]
    public async Task A_header_of_the_callers_is_left()
    {
        var request = new RequestInformation { URI = new("https://h.example") };
        request.Headers.Add("Authorization", "mine");

        await new TokenAuthenticationProvider("Bearer", Secret, new("https://h.example")).AuthenticateRequestAsync(request, cancellationToken: Token);

        Assert.Equal(["mine"], request.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("s3cret\r\nX: y")]
    [InlineData("s3cret\n")]
    [InlineData("s3cret\0")]
    [InlineData("s3cret\u007f")]
    [InlineData("s3cret\u2028")]
    public void Tokens_that_a_header_cannot_carry_are_refused_without_an_echo(string token)
    {
        var e = Assert.Throws<ArgumentException>(() => new TokenAuthenticationProvider("ApiToken", token, new("https://h.example")));

        Assert.DoesNotContain("s3cret", e.ToString());
        Assert.Equal("token", e.ParamName);
    }

    [Fact]
    public void A_missing_token_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => new TokenAuthenticationProvider("ApiToken", null!, new("https://h.example")));

    [Fact]
    public async Task The_token_is_in_no_text_about_a_failed_call()
    {
        await using var server = await TestServer.StartAsync(401, "text/plain", "no");
        var authentication = new TokenAuthenticationProvider("ApiToken", Secret, server.Url);
        var adapter = new ServiceRequestAdapter(authentication, server.Url);

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token));

        Assert.DoesNotContain(Secret, e.ToString() + authentication + adapter);
    }

    private static SampleClient Client(TestServer server) => new(new ServiceRequestAdapter(new TokenAuthenticationProvider("ApiToken", Secret, server.Url), server.Url));
}
