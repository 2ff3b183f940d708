using System.Text.Json;
using Kiln.Runtime.Tests.Faults.Table;
using Sample;
using Sample.Models;

namespace Kiln.Runtime.Tests.Faults.Running;

/// <summary>What one call handed to its caller.</summary>
internal sealed class Handed
{
    /// <summary>How many items.</summary>
    public int Items { get; private set; }

    /// <summary>Whether the items, which are numbered by their ids, came without a gap and without one twice. Items without an id do not count.</summary>
    public bool IsInOrder { get; private set; } = true;

    /// <summary>What ended the call; null for a value.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Calls, and takes what comes.</summary>
    public static async Task<Handed> SendAsync(Ways way, EventsRequestBuilder events, CancellationToken cancellationToken)
    {
        var handed = new Handed();
        try
        {
            await handed.TakeAsync(way, events, cancellationToken);
        }
        catch (Exception e)
        {
            handed.Error = e;
        }
        return handed;
    }

    private async Task TakeAsync(Ways way, EventsRequestBuilder events, CancellationToken cancellationToken)
    {
        switch (way)
        {
            case Ways.GetAll:
                await foreach (var item in events.GetAllAsync(FaultClient.Configure).WithCancellation(cancellationToken))
                    Take(item.Id);
                break;
            case Ways.AsJson:
                await foreach (var item in events.GetAllAsync(FaultClient.Configure).AsJsonAsync(cancellationToken))
                    Take(item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? Read(id) : "");
                break;
            case Ways.ByPage:
                await foreach (var page in events.GetAllAsync(FaultClient.Configure).ByPageAsync(cancellationToken))
                    Take(page.Items);
                break;
            case Ways.Get:
                Take((await events.GetAsync(FaultClient.Configure, cancellationToken)).Data ?? []);
                break;
            case Ways.Count:
                await events.CountAsync(FaultClient.Configure, cancellationToken);
                break;
            case Ways.Post:
                await events.PostAsync(new ThreatEvent { Id = "1" }, configure: FaultClient.Configure, cancellationToken: cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(way), way, "Not one way.");
        }
    }

    private void Take(IReadOnlyList<ThreatEvent> page)
    {
        foreach (var item in page)
            Take(item.Id);
    }

    private void Take(string id)
    {
        Items++;
        IsInOrder &= id.Length == 0 || !int.TryParse(id, out var number) || number == Items;
    }

    // An unpaired surrogate has no form as a string of JsonElement.
    private static string Read(JsonElement id) => id.GetRawText().Contains('\\') ? "" : id.GetString()!;
}
