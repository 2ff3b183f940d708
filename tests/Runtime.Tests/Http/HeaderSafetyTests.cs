using System.Text;
using Kiln.Runtime.Authentication;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Sample;

namespace Kiln.Runtime.Tests.Http;

/// <summary>No value that reaches a header can end it early, and credentials go nowhere else.</summary>
public sealed class HeaderSafetyTests
{
    private const string Smuggled = "x\r\nGET /evil HTTP/1.1\r\nHost: s";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> HeaderValues()
    {
        var values = new TheoryData<string, string>();
        foreach (var way in new[] { "header", "content type", "text content type", "json content type", "accept", "authentication" })
        {
            foreach (var value in new[] { Smuggled, "x\rGET / HTTP/1.1", "x\nGET / HTTP/1.1", "x\0y", "x\u0001", "x\u007f", "\n" })
                values.Add(way, value);
        }
        return values;
    }

    [Theory]
    [MemberData(nameof(HeaderValues))]
    public async Task A_control_character_in_a_header_is_refused_before_anything_is_sent(string way, string value)
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null, "1"));
        foreach (var adapter in new HttpClientRequestAdapter[]
        {
            new ServiceRequestAdapter(way == "authentication" ? new AddedCredential("X-Api-Key", value) : new AnonymousAuthenticationProvider(), server.Url),
            new(way == "authentication" ? new RequestAuthenticationProvider(new AddedCredential("X-Api-Key", value)) : new AnonymousAuthenticationProvider()) { BaseUrl = server.Url.AbsoluteUri },
        })
        {
            using (adapter)
            {
                var e = await Assert.ThrowsAsync<ArgumentException>(() => adapter.SendAsync(Request(adapter, way, value), BodyType.String, new(), Token));

                Assert.Contains(way switch { "header" => "X-Trace", "accept" => "Accept", "authentication" => "X-Api-Key", _ => "Content-Type" }, e.Message);
                Assert.DoesNotContain("evil", e.Message);
            }
        }
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("X Trace")]
    [InlineData("X-Trace:")]
    [InlineData("X-Tr\u00e4ce")]
    [InlineData("X\r\nY")]
    public async Task A_header_whose_name_is_none_is_refused(string name)
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null, "1"));

        await Assert.ThrowsAnyAsync<ArgumentException>(() => server.Events().GetAsync(r => r.Headers.Add(name, "1"), Token));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_request_of_kiotas_own_is_checked_too()
    {
        await using var server = await TestServer.JsonAsync("1");
        using var adapter = server.Adapter();
        var request = new RequestInformation { HttpMethod = Method.GET, URI = server.Url };
        request.Headers.Add("X-Trace", Smuggled);

        await Assert.ThrowsAsync<ArgumentException>(() => adapter.SendPrimitiveAsync<int?>(request, cancellationToken: Token));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_operation_without_security_is_sent_without_credentials()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null, "1"));
        foreach (var adapter in new HttpClientRequestAdapter[]
        {
            new ServiceRequestAdapter(new AddedCredential("X-Api-Key", "secret"), server.Url),
            new ServiceRequestAdapter(new TokenAuthenticationProvider("Bearer", "secret", server.Url), server.Url),
            new(new TokenAuthenticationProvider("Bearer", "secret", server.Url)) { BaseUrl = server.Url.AbsoluteUri },
            new(new RequestAuthenticationProvider(new AddedCredential("X-Api-Key", "secret"))) { BaseUrl = server.Url.AbsoluteUri },
        })
        {
            using (adapter)
            {
                await new SampleClient(adapter).Threats["1"].GetAsync(r => r.Options.Add(AnonymousRequestOption.Instance), Token);
                await new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token);
            }
        }
        Assert.Equal([false, true, false, true, false, true, false, true], server.Requests.Select(r => r.Headers.Values.Any(v => v.Contains("secret"))));
    }

    [Theory]
    [InlineData("header")]
    [InlineData("query")]
    public async Task A_token_that_the_service_repeats_is_not_shown(string way)
    {
        const string Secret = "s3cret/value+1";
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 400;
            var asked = context.Request.Headers["X-Api-Key"].ToString() + context.Request.Query["key"];
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"you sent {asked} and {asked.Replace("/", "\\/")}"), context.RequestAborted);
        });
        using var adapter = new ServiceRequestAdapter(new AddedCredential(way == "header" ? "X-Api-Key" : "key", Secret, way == "query"), server.Url);

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token));

        Assert.Equal("you sent *** and ***", e.BodyText);
        Assert.DoesNotContain("s3cret", e.ToString());
    }

    [Theory]
    [InlineData("""{"errors":[{"code":"SECRET"}]}""", 200)]
    [InlineData("""{"unknown":[tSECRET""", 200)]
    [InlineData("""{"pagination":{"totalItems":"SECRET"}}""", 200)]
    [InlineData("SECRET", 404)]
    public async Task A_token_that_the_service_repeats_is_in_no_exception(string body, int status)
    {
        const string Secret = "s3cret/value+1";
        await using var server = await TestServer.StartAsync(status, "application/json", body.Replace("SECRET", Secret) + new string(' ', 1000) + "\u001b", h => h["X-Echo"] = Secret);
        using var adapter = new ServiceRequestAdapter(new AddedCredential("X-Api-Key", Secret), server.Url, readOptions: new() { Mode = ContractMode.Strict });

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => new SampleClient(adapter).Threats["1"].GetAllAsync().ToListAsync(Token).AsTask());

        Assert.DoesNotContain("s3cret", e.ToString());
        Assert.DoesNotContain("s3cret", e.BodyText + e.Headers["X-Echo"][0] + (e as ContractViolationException)?.Violation);
        Assert.DoesNotContain('\u001b', e.ToString());
    }

    [Fact]
    public async Task What_frames_a_request_is_no_secret()
    {
        await using var server = await TestServer.StartAsync(400, "text/plain", "chunked bodies are refused");
        using var adapter = server.Adapter();
        var request = new RequestInformation { HttpMethod = Method.POST, URI = server.Url };
        request.SetStreamContent(new Unseekable(), "application/octet-stream");

        Assert.Equal("chunked bodies are refused", (await Assert.ThrowsAnyAsync<ServiceException>(() => adapter.SendAsync(request, BodyType.String, new(), Token))).BodyText);
    }

    private sealed class Unseekable : MemoryStream
    {
        public override bool CanSeek => false;
    }

    private static RequestInformation Request(IRequestAdapter adapter, string way, string value)
    {
        var request = new SampleClient(adapter).Threats["1"].ToGetRequestInformation(r =>
        {
            if (way == "header")
                r.Headers.Add("X-Trace", value);
            if (way == "accept")
                r.Headers.Add("Accept", value);
        });
        switch (way)
        {
            case "content type": request.SetStreamContent(new MemoryStream([1]), value); break;
            case "text content type": request.SetStringContent("x", value); break;
            case "json content type": request.SetJsonContent(WireType.String, "x", value); break;
        }
        return request;
    }
}
