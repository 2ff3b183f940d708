using System.Net;
using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample;
using Sample.Models;

namespace Kiln.Runtime.Tests.Http;

/// <summary>Redirects: which are followed, what goes along, and what the caller gets of the others.</summary>
public sealed class RedirectTests
{
    private const string Secret = "s3cret-value";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Each way in which credentials get into a request.</summary>
    public static TheoryData<string> Ways => ["header", "query", "authorization", "cookie", "default header"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Credentials_stay_behind_when_the_origin_changes(string way)
    {
        foreach (var target in new[] { "http://other.test/x", "http://s.test:81/x", "//other.test/x", $"http://other.test/x?key={Secret}&a=1" })
        {
            var sent = await FollowAsync(way, target);

            Assert.Equal(2, sent.Count);
            Assert.Contains(Secret, Everything(sent[0]));
            Assert.DoesNotContain(Secret, way == "query" || !target.Contains(Secret) ? Everything(sent[1]) : "");
            Assert.Equal("application/json", sent[1].Headers["Accept"]);
            Assert.DoesNotContain("X-Trace", sent[1].Headers.Keys);
        }
    }

    [Theory]
    [InlineData("header")]
    [InlineData("authorization")]
    [InlineData("default header")]
    public async Task Credentials_in_headers_go_along_within_the_origin(string way)
    {
        foreach (var target in new[] { "/moved", "http://s.test/moved", "HTTP://S.TEST:80/moved" })
        {
            var sent = await FollowAsync(way, target);

            Assert.Contains(Secret, Everything(sent[1]));
            Assert.Equal("yes", sent[1].Headers["X-Trace"]);
        }
    }

    [Theory]
    [InlineData("header")]
    [InlineData("query")]
    public async Task A_request_that_is_sent_twice_keeps_its_credentials_back_the_second_time_too(string way)
    {
        var stub = new StubHandler((_, number) => number % 2 == 0 ? Redirect(302, $"http://other.test/x?key={Secret}") : Page());
        using var adapter = Adapter(stub, way);
        var request = new SampleClient(adapter).Threats["1"].ToGetRequestInformation();

        for (var i = 0; i < 2; i++)
            await adapter.SendAsync(request, BodyType.String, new(), Token);

        Assert.All(stub.Sent.Where(r => r.Uri.Host == "other.test"), r => Assert.DoesNotContain("X-Api-Key", r.Headers.Keys));
        Assert.Equal(way == "query" ? 0 : 2, stub.Sent.Count(r => r.Uri.Host == "other.test" && r.Uri.Query.Contains(Secret)));
    }

    [Fact]
    public async Task A_parameter_of_the_services_own_is_no_credential()
    {
        var stub = new StubHandler((_, number) => number switch
        {
            0 => Redirect(302, "/step?code=1"),
            1 => Redirect(302, "http://other.test/x?code=1"),
            _ => Page(),
        });
        using var adapter = Adapter(stub, "header");

        await new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token);

        Assert.Equal("http://other.test/x?code=1", stub.Sent.Last().Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("", "its Location is empty")]
    [InlineData(" ", "its Location is empty")]
    [InlineData(null, "it has no Location")]
    [InlineData("http://", "its Location is not a URL")]
    [InlineData("http://[::1", "its Location is not a URL")]
    [InlineData("https://s.test/", "it changes the scheme from http to https")]
    [InlineData("ftp://s.test/", "it changes the scheme from http to ftp")]
    [InlineData("file:///etc/passwd", "its Location is not a URL")]
    [InlineData("javascript:alert(1)", "its Location is not a URL")]
    [InlineData("http://xn--\u00e4.test/", "its Location is not a URL")]
    [InlineData("/again", "after 5 redirects, the most that are followed")]
    public async Task A_redirect_that_is_not_followed_is_the_answer(string? location, string why)
    {
        var stub = new StubHandler((_, _) => Redirect(302, location, "moved, says the body"));
        using var adapter = Adapter(stub, "header");

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token));

        Assert.Equal((302, "moved, says the body"), (e.StatusCode, e.BodyText));
        Assert.Contains($"(the redirect is not followed: {why})", e.Message);
    }

    [Theory]
    [InlineData(301, "GET", false)]
    [InlineData(302, "GET", false)]
    [InlineData(303, "GET", false)]
    [InlineData(307, "POST", true)]
    [InlineData(308, "POST", true)]
    public async Task A_redirected_post_keeps_its_body_where_the_status_says_so(int status, string method, bool keepsBody)
    {
        var stub = new StubHandler((_, number) => number == 0 ? Redirect(status, "/moved") : new(HttpStatusCode.NoContent));
        using var adapter = Adapter(stub, "header");

        await new SampleClient(adapter).Threats["1"].PostAsync(new ThreatEvent { Id = "7" }, cancellationToken: Token);

        Assert.Equal((method, keepsBody ? Json.Write(new ThreatEvent { Id = "7" }) : ""), (stub.Sent.Last().Method, stub.Sent.Last().Body));
    }

    [Fact]
    public async Task A_body_that_can_be_read_once_is_not_sent_on()
    {
        var stub = new StubHandler((_, _) => Redirect(307, "/moved"));
        using var adapter = Adapter(stub, "header");
        var request = new SampleClient(adapter).Threats["1"].ToPostRequestInformation(new ThreatEvent { Id = "7" });
        request.Content = new OnceOnly();

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => adapter.SendAsync(request, BodyType.None, new(), Token));

        Assert.Contains("its request's body cannot be sent twice", e.Message);
    }

    [Fact]
    public async Task Several_locations_are_none()
    {
        var stub = new StubHandler((_, _) =>
        {
            var response = Redirect(302, "/one");
            response.Headers.TryAddWithoutValidation("Location", "/two");
            return response;
        });
        using var adapter = Adapter(stub, "header");

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token));

        Assert.Contains("several Locations", e.Message);
    }

    [Fact]
    public async Task A_client_of_the_adapters_own_keeps_no_cookies_and_follows_over_real_connections()
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.Headers.SetCookie = "session=1; Path=/";
            if (context.Request.Path == "/moved")
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(Json.Page(null, "1"), context.RequestAborted);
                return;
            }
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "/moved";
        });
        var events = server.Events();

        await events.GetAsync(cancellationToken: Token);
        await events.GetAsync(cancellationToken: Token);

        Assert.Equal(4, server.Requests.Count);
        Assert.All(server.Requests, r => Assert.DoesNotContain("Cookie", r.Headers.Keys));
    }

    private static async Task<List<SentRequest>> FollowAsync(string way, string target)
    {
        var stub = new StubHandler((_, number) => number == 0 ? Redirect(302, target) : Page());
        using var adapter = Adapter(stub, way);
        await new SampleClient(adapter).Threats["1"].GetAsync(
            r =>
            {
                r.Headers.Add("X-Trace", "yes");
                if (way == "cookie")
                    r.Headers.Add("Cookie", Secret);
            },
            Token);
        return [.. stub.Sent];
    }

    private static ServiceRequestAdapter Adapter(StubHandler stub, string way)
    {
        var client = new HttpClient(new RetryHandler { InnerHandler = new RedirectHandler { InnerHandler = stub } });
        if (way == "default header")
            client.DefaultRequestHeaders.Add("X-Api-Key", Secret);
        IAuthenticationProvider authentication = way switch
        {
            "header" => new AddedCredential("X-Api-Key", Secret),
            "query" => new AddedCredential("key", Secret, inQuery: true),
            "authorization" => new AddedCredential("Authorization", $"Bearer {Secret}"),
            _ => new AnonymousAuthenticationProvider(),
        };
        return new(authentication, new("http://s.test"), client);
    }

    private static HttpResponseMessage Redirect(int status, string? location, string body = "")
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        if (location is not null)
            response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }

    private static HttpResponseMessage Page() => new(HttpStatusCode.OK) { Content = new StringContent(Json.Page(null, "1"), null, "application/json") };

    private static string Everything(SentRequest request) => $"{request.Uri} {string.Join(" ", request.Headers.Values)} {request.Body}";

    private sealed class OnceOnly : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
