using System.Text;
using System.Text.Json;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Faults.Mutations;

/// <summary>What one way of reading makes of a body: items, and an error or none.</summary>
internal sealed record Reading(string Way, IReadOnlyList<string> Items, Exception? Error)
{
    /// <summary>Whether it ended as promised.</summary>
    public bool IsPromised => Error is null or ResponseBodyException or PagingException;

    /// <summary>Reads in pieces, item by item.</summary>
    public static Task<Reading> ByItemAsync(PiecesClient client, CancellationToken cancellationToken) => TakeAsync(nameof(ByItemAsync), async take =>
    {
        await foreach (var item in client.Events.GetAllAsync().WithMaxPages(1).WithCancellation(cancellationToken))
            take(Write(item));
    });

    /// <summary>Reads whole, as a walk of pages.</summary>
    public static Task<Reading> ByPageAsync(PiecesClient client, CancellationToken cancellationToken) => TakeAsync(nameof(ByPageAsync), async take =>
    {
        await foreach (var page in client.Events.GetAllAsync().WithMaxPages(1).ByPageAsync(cancellationToken))
        {
            foreach (var item in page.Items)
                take(Write(item));
        }
    });

    /// <summary>Reads in pieces, item by item, as JSON.</summary>
    public static Task<Reading> AsJsonAsync(PiecesClient client, CancellationToken cancellationToken) => TakeAsync(nameof(AsJsonAsync), async take =>
    {
        await foreach (var item in client.Events.GetAllAsync().WithMaxPages(1).AsJsonAsync(cancellationToken))
            take(item.GetRawText());
    });

    /// <summary>Reads whole, as a single answer.</summary>
    public static Task<Reading> SingleAsync(PiecesClient client, CancellationToken cancellationToken) => TakeAsync(nameof(SingleAsync), async take =>
    {
        foreach (var item in (await client.Events.GetAsync(cancellationToken: cancellationToken)).Data ?? [])
            take(Write(item));
    });

    public override string ToString() => $"{Way}: {Items.Count} items, {(Error is null ? "no error" : $"{Error.GetType().Name}: {Error.Message}")}";

    private static async Task<Reading> TakeAsync(string way, Func<Action<string>, Task> read)
    {
        var items = new List<string>();
        try
        {
            await read(items.Add);
            return new(way, items, null);
        }
        catch (Exception e)
        {
            return new(way, items, e);
        }
    }

    private static string Write(ThreatEvent item) => Encoding.UTF8.GetString(WireJson.Write(WireType.Model<ThreatEvent>(), item));
}
