using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Kiln.Runtime.Tests.Requests;

/// <summary>Clients of several documents on one adapter: each keeps to its own server.</summary>
public sealed class SharedAdapterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_client_goes_to_its_own_server_and_leaves_the_adapter_as_it_is()
    {
        await using var one = await TestServer.JsonAsync("1");
        await using var two = await TestServer.JsonAsync("2");
        using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider());

        Assert.Equal("1", await new Client(adapter, one.Url).GetAsync());
        Assert.Equal("2", await new Client(adapter, two.Url).GetAsync());
        Assert.Equal("1", await new Client(adapter, one.Url).GetAsync());

        Assert.Null(adapter.BaseUrl);
    }

    [Fact]
    public async Task A_base_url_that_the_caller_sets_counts_for_all_clients()
    {
        await using var own = await TestServer.JsonAsync("own");
        using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider());
        Client[] clients = [new(adapter, new("http://one.invalid")), new(adapter, new("http://two.invalid"))];

        adapter.BaseUrl = own.Url.AbsoluteUri;

        foreach (var client in clients)
            Assert.Equal("own", await client.GetAsync());
        Assert.Equal(own.Url, new Uri(adapter.BaseUrl));
    }

    [Fact]
    public async Task A_client_made_of_another_clients_adapter_keeps_to_its_own_server_too()
    {
        await using var two = await TestServer.JsonAsync("2");
        using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider());
        var first = new Client(adapter, new("http://one.invalid"));

        Assert.Equal("2", await new Client(first.Adapter, two.Url).GetAsync());
    }

    private sealed class Client(IRequestAdapter adapter, Uri server) : RequestBuilder(WithDefaultBaseUrl(adapter, server.AbsoluteUri), "{+baseurl}")
    {
        public IRequestAdapter Adapter => RequestAdapter;

        public Task<string> GetAsync() =>
            RequestAdapter.SendAsync(CreateRequest<DefaultQueryParameters>(Method.GET, $"/x", null, null), BodyType.String, new(), Token);
    }
}
