using System.Text;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Sample;
using Sample.Models;

namespace Kiln.Runtime.Tests.Requests;

/// <summary>Calls over adapters and handlers that are not ours.</summary>
public class AdapterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kiotas_own_adapter_does()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null, "1"));
        using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = server.Url.ToString() };

        var response = await new SampleClient(adapter).Threats["1"].GetWithResponseAsync(cancellationToken: Token);

        Assert.Equal((200, "1"), (response.StatusCode, response.Body.Data![0].Id));
    }

    [Fact]
    public async Task A_client_of_the_callers_is_used_and_left_open()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null, "1"));
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("X-Client", "mine");

        using (var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), server.Url, client))
            await new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token);

        Assert.Equal("mine", Assert.Single(server.Requests).Headers["X-Client"]);
        Assert.Equal(Json.Page(null, "1"), await client.GetStringAsync(server.Url, Token));
    }

    [Fact]
    public async Task A_handler_of_the_callers_gets_the_native_response()
    {
        await using var server = await TestServer.StartAsync(404, "text/plain", "native");
        var native = new NativeResponseHandler();
        void Configure<T>(RequestConfiguration<T> r) where T : class, new() => r.Options.Add(new ResponseHandlerOption { ResponseHandler = native });

        Assert.Null(await server.Events().GetAsync(Configure, Token));
        Assert.Equal("native", await ((HttpResponseMessage)native.Value!).Content.ReadAsStringAsync(Token));

        var response = await server.Events().GetWithResponseAsync(Configure, Token);
        Assert.Equal((0, 0), (response.StatusCode, response.AllHeaders.Count));
    }

    [Fact]
    public async Task A_handler_of_the_callers_may_make_the_result()
    {
        await using var server = await TestServer.JsonAsync("{}");
        var page = new ThreatEventPage();

        Assert.Same(page, await server.Events().GetAsync(r => r.Options.Add(new ResponseHandlerOption { ResponseHandler = new FixedHandler(page) }), Token));
    }

    [Fact]
    public async Task A_mock_that_gives_a_stream_counts_as_success()
    {
        var mock = new MockAdapter(() => new MemoryStream(Encoding.UTF8.GetBytes(Json.Page(null, "1"))));

        var response = await new SampleClient(mock).Threats["1"].GetWithResponseAsync(cancellationToken: Token);

        Assert.Equal((200, "OK", "1"), (response.StatusCode, response.ReasonPhrase, response.Body.Data![0].Id));
        Assert.Equal("https://mock.example/web/api/v2.1/threats/1/explore/events", mock.Sent!.URI.AbsoluteUri);
    }

    [Fact]
    public async Task A_mock_that_gives_nothing_has_an_empty_body()
    {
        await new SampleClient(new MockAdapter(() => null)).Threats["1"].PostAsync(new(), cancellationToken: Token);

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => new SampleClient(new MockAdapter(() => null)).Threats["1"].GetAsync(cancellationToken: Token));
        Assert.Equal("GET https://mock.example/web/api/v2.1/threats/1/explore/events answered 200 OK with a body that is empty, where JSON was expected", e.Message);
    }

    private sealed class FixedHandler(object result) : IResponseHandler
    {
        public Task<TModel?> HandleResponseAsync<TNative, TModel>(TNative response, Dictionary<string, ParsableFactory<IParsable>>? errorMappings) =>
            Task.FromResult((TModel?)result);
    }
}
