using System.Text.Json;
using Kiln.Benchmarks.Peers.SystemTextJson;
using Microsoft.Kiota.Serialization.Json;
using SentinelOne.ThreatEvents;
using KiotaPage = Kiln.Benchmarks.Peers.Kiota.Models.ThreatEventPage;

namespace Kiln.Benchmarks.Subjects;

/// <summary>All events of a threat over HTTP, page after page, in each way. Each event is looked at and let go.</summary>
internal sealed class Paging(Uri address) : IDisposable
{
    private const string ThreatId = "1569749506546751259";

    private static readonly JsonParseNodeFactory KiotaFactory = new();

    private readonly ThreatEventsClient ours = new(address, "token");
    private readonly HttpClient http = MakeHttpClient(address);

    /// <summary>As our users write it.</summary>
    /// <param name="look">Called after each event with how many there were so far, and its id.</param>
    /// <param name="limit">Events a page; null for what the client asks for by itself.</param>
    public async Task<Tally> OursAsync(Action<int, string>? look = null, int? limit = null)
    {
        var tally = new Tally();
        await foreach (var e in ours.Threats[ThreatId].Explore.Events.GetAllAsync(r => r.QueryParameters.Limit = limit ?? r.QueryParameters.Limit))
        {
            tally.Add(e.Id, e.ProcessName);
            look?.Invoke(tally.Events, e.Id);
        }
        return tally;
    }

    /// <summary>What one writes by hand without an SDK, with care: from the stream as it arrives, source-generated.</summary>
    public Task<Tally> HttpClientStjAsync() => WalkAsync(async body =>
    {
        var page = (await JsonSerializer.DeserializeAsync(body, StjContext.Default.StjPage).ConfigureAwait(false))!;
        return (page.Data!.Select(e => (e.Id, e.ProcessName)), page.Pagination.NextCursor);
    });

    /// <summary>The same loop with Kiota's models and parser.</summary>
    public Task<Tally> HttpClientKiotaAsync() => WalkAsync(async body =>
    {
        var node = await KiotaFactory.GetRootParseNodeAsync("application/json", body).ConfigureAwait(false);
        var page = node.GetObjectValue(KiotaPage.CreateFromDiscriminatorValue)!;
        return (page.Data!.Select(e => (e.Id!, e.ProcessName!)), page.Pagination!.NextCursor);
    });

    public void Dispose() => http.Dispose();

    private async Task<Tally> WalkAsync(Func<Stream, Task<(IEnumerable<(string Id, string ProcessName)> Events, string? NextCursor)>> readAsync)
    {
        var tally = new Tally();
        string? cursor = null;
        do
        {
            var query = cursor is null ? "?limit=1000" : "?limit=1000&cursor=" + Uri.EscapeDataString(cursor);
            using var response = await http.GetAsync(
                $"/web/api/v2.1/threats/{ThreatId}/explore/events{query}", HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            await using var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            (var events, cursor) = await readAsync(body).ConfigureAwait(false);
            foreach (var (id, processName) in events)
                tally.Add(id, processName);
        }
        while (cursor is not null);
        return tally;
    }

    private static HttpClient MakeHttpClient(Uri address)
    {
        var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Authorization", "ApiToken token");
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        return client;
    }
}
