using System.Net;
using System.Text.Json;
using ThreatEvents.EmbeddedConsole;

namespace ThreatEvents.Tests.EmbeddedConsole;

/// <summary>One console with the sample, for all tests that only read, and a plain client that knows the token.</summary>
public sealed class RunningConsole : IAsyncLifetime
{
    private const string Path = $"/web/api/v2.1/threats/{ConsoleServer.ThreatId}/explore/events";

    private ConsoleServer? server;

    public ConsoleServer Server => server ?? throw new InvalidOperationException("Not started yet.");

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

    public async ValueTask InitializeAsync()
    {
        server = await ConsoleServer.StartAsync(TestContext.Current.CancellationToken);
        Client.BaseAddress = server.Address;
        Client.DefaultRequestHeaders.Add("Authorization", $"ApiToken {ConsoleServer.Token}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    public Task<HttpResponseMessage> AskAsync(string query) => Client.GetAsync($"{Path}?{query}", TestContext.Current.CancellationToken);

    public async Task<Answer> PageAsync(string query)
    {
        using var response = await AskAsync(query);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{query}: {response.StatusCode} {text}");

        return new Answer(JsonDocument.Parse(text).RootElement);
    }
}

/// <summary>A page as it came.</summary>
public sealed record Answer(JsonElement Body)
{
    public IReadOnlyList<JsonElement> Events { get; } = [.. Body.GetProperty("data").EnumerateArray()];

    public string? NextCursor => Body.GetProperty("pagination").GetProperty("nextCursor").GetString();

    public int TotalItems => Body.GetProperty("pagination").GetProperty("totalItems").GetInt32();

    public IEnumerable<string?> Texts(string field) => Events.Select(e => e.GetProperty(field).GetString());
}
