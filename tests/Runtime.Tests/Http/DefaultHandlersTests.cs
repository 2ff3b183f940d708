using System.Net.Http.Headers;
using System.Text;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Kiln.Runtime.Tests.Http;

/// <summary>What Kiota's handlers do for a request that asks for them, through a client that the adapter makes itself.</summary>
public sealed class DefaultHandlersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_handlers_are_those_that_Kiota_has() => Assert.Equal(KiotaClientFactory.CreateDefaultHandlers().Select(h => h.GetType()), Runtime.Http.DefaultHandlers.OfKiota);

    [Fact]
    public async Task A_call_can_ask_for_the_headers_of_request_and_response()
    {
        await using var server = await TestServer.StartAsync(200, "application/json", Json.Page(null, "1"), headers => headers["X-Trace"] = "7");
        var events = server.Events();
        var headers = new HeadersInspectionHandlerOption { InspectRequestHeaders = true, InspectResponseHeaders = true };

        await events.GetAsync(r => r.Options.Add(headers), Token);
        Assert.Equal("7", Assert.Single(headers.ResponseHeaders["X-Trace"]));
        Assert.Equal("application/json", Assert.Single(headers.RequestHeaders["Accept"]));

        // The second such request goes through the handler that the first has made, and one without the option through none.
        var others = new HeadersInspectionHandlerOption { InspectResponseHeaders = true };
        await events.GetAsync(r => r.Options.Add(others), Token);
        await events.GetAsync(cancellationToken: Token);
        Assert.Equal("7", Assert.Single(others.ResponseHeaders["X-Trace"]));
    }

    [Fact]
    public async Task A_call_can_ask_for_the_body_of_the_response()
    {
        var body = Json.Page(null, "1");
        await using var server = await TestServer.JsonAsync(body);
        var inspected = new BodyInspectionHandlerOption { InspectResponseBody = true };

        await server.Events().GetAsync(r => r.Options.Add(inspected), Token);

        using var reader = new StreamReader(inspected.ResponseBody, Encoding.UTF8);
        Assert.Equal(body, await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task A_call_can_ask_for_another_path()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null, "1"));

        await server.Events().GetAsync(r => r.Options.Add(new UriReplacementHandlerOption(true, [new("/threats/1/", "/threats/2/")])), Token);

        Assert.Contains("/threats/2/", Assert.Single(server.Requests).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_query_parameters_are_sent_as_Kiota_sends_them_and_the_user_agent_says_Kiota()
    {
        await using var server = await TestServer.StartAsync(200, "text/plain", "");
        using var adapter = server.Adapter();
        var request = new RequestInformation { HttpMethod = Method.GET, URI = new Uri(server.Url, "/pets?%24filter=a%24b&c=%24") };

        await adapter.SendNoContentAsync(request, cancellationToken: Token);

        var received = Assert.Single(server.Requests);
        Assert.Equal("$filter=a%24b&c=%24", received.Query);
        Assert.Contains(received.Headers["User-Agent"].Split(' '), product => ProductInfoHeaderValue.Parse(product).Product?.Name == "kiota-dotnet");
    }
}
