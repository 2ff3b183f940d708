using Acme.Service.Hosting;

namespace Acme.Service.Themes;

public sealed record Money(decimal Amount, string Currency);

public sealed record Collections(
    Dictionary<string, int> Counts,
    Dictionary<string, Money> Prices,
    Dictionary<string, List<Money>> History,
    Dictionary<string, Dictionary<string, long>> Nested,
    Dictionary<string, string?> Notes,
    Dictionary<int, string> ById,
    List<List<int>> Grid,
    HashSet<string> Tags,
    List<decimal> Amounts,
    List<Guid> Ids,
    IReadOnlyList<string?> Lines,
    List<Money>? Optional);

internal static class CollectionEndpoints
{
    public static void Map(WebApplication app)
    {
        var collections = app.MapGroup("/collections").WithTags("Collections");
        collections.MapPut("/all", (Collections body, Received received) => received.Note(body));
        collections.MapPut("/counts", (Dictionary<string, int> body, Received received) => received.Note(body));
        collections.MapPut("/prices", (Dictionary<string, Money> body, Received received) => received.Note(body));
        collections.MapPut("/items", (List<Money> body, Received received) => received.Note(body));
        collections.MapPut("/numbers", (List<long> body, Received received) => received.Note(body));
        collections.MapGet("/grid", () => new int[][] { [1, 2], [], [3] });
        collections.MapGet("/streamed", Numbers);
    }

    private static async IAsyncEnumerable<Money> Numbers()
    {
        for (var i = 1; i <= 3; i++)
        {
            await Task.Yield();
            yield return new(i, "EUR");
        }
    }
}
