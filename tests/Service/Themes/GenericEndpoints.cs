using Acme.Service.Hosting;

namespace Acme.Service.Themes;

public sealed record PagedResult<T>(IReadOnlyList<T> Items, int Total, string? Next);

public sealed record Envelope<T>(T Value, DateTimeOffset At);

/// <summary>A type that contains itself, once and in a list.</summary>
public sealed record Node(string Name, Node? Parent, List<Node> Children);

public sealed record Order(Guid Id, Order.OrderLine[] Lines, Order.OrderState State)
{
    public sealed record OrderLine(string Sku, int Quantity, Money Price);

    public sealed record OrderState(bool Paid, DateOnly? Shipped);
}

internal static class GenericEndpoints
{
    public static void Map(WebApplication app)
    {
        var generics = app.MapGroup("/generics").WithTags("Generics");
        generics.MapGet("/orders", () => new PagedResult<Order>([Sample], 1, null));
        generics.MapGet("/money", () => new PagedResult<Money>([new(1.5m, "EUR"), new(2, "USD")], 12, "next"));
        generics.MapGet("/strings", () => new PagedResult<string>(["a", "b"], 2, null));
        generics.MapPut("/envelope", (Envelope<PagedResult<Money>> body, Received received) => received.Note(body));
        generics.MapPut("/node", (Node body, Received received) => received.Note(body));
        generics.MapPut("/order", (Order body, Received received) => received.Note(body));
    }

    private static Order Sample { get; } = new(
        new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
        [new("A-1", 2, new(9.99m, "EUR"))],
        new(true, new DateOnly(2026, 11, 29)));
}
