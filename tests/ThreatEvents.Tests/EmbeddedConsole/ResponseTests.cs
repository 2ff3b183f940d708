using System.IO.Compression;
using ThreatEvents.EmbeddedConsole;

namespace ThreatEvents.Tests.EmbeddedConsole;

public sealed class ResponseTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    private static readonly string[] VendorHeaders =
    [
        "Access-Control-Allow-Credentials", "Access-Control-Allow-Origin", "Cache-Control", "Connection", "Content-Encoding", "Content-Security-Policy",
        "Content-Type", "Date", "Expires", "Pragma", "Server", "Strict-Transport-Security", "Transfer-Encoding", "Vary", "X-Content-Type-Options",
        "X-Frame-Options", "X-RQID",
    ];

    [Fact]
    public async Task Carries_the_17_headers_of_the_example()
    {
        using var response = await AskCompressed("limit=1");

        Assert.Equal(VendorHeaders, response.Headers.Concat(response.Content.Headers).Select(header => header.Key).Order(StringComparer.Ordinal));
        Assert.Equal("nginx", Assert.Single(response.Headers.GetValues("Server")));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("-1", Assert.Single(response.Content.Headers.GetValues("Expires")));
    }

    [Fact]
    public async Task Every_answer_has_an_id_of_its_own()
    {
        using var first = await console.AskAsync("limit=1");
        using var second = await console.AskAsync("limit=0");

        Assert.NotEqual(first.Headers.GetValues("X-RQID"), second.Headers.GetValues("X-RQID"));
    }

    [Fact]
    public async Task A_compressed_page_is_the_plain_page()
    {
        using var plain = await console.AskAsync("limit=1000");
        using var compressed = await AskCompressed("limit=1000");
        await using var unpacked = new GZipStream(await compressed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(
            await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Serves_events_of_the_callers_own()
    {
        await using var own = await ConsoleServer.StartAsync(EventStore.FromJson("""[{"id":"1","note":"é <b>"}]"""), TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = own.Address };
        client.DefaultRequestHeaders.Add("Authorization", $"ApiToken {ConsoleServer.Token}");

        Assert.Equal(
            """{"data":[{"id":"1","note":"é <b>"}],"pagination":{"nextCursor":null,"totalItems":1}}""",
            await client.GetStringAsync($"/web/api/v2.1/threats/{ConsoleServer.ThreatId}/explore/events", TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> AskCompressed(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/web/api/v2.1/threats/{ConsoleServer.ThreatId}/explore/events?{query}");
        request.Headers.Add("Accept-Encoding", "gzip");

        return await console.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
