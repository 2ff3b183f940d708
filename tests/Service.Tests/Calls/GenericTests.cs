using Acme.OpenApi31.Models;
using Kiln.Service.Tests.Support;
using Server = Acme.Service.Themes;
#if SWASHBUCKLE
using EnvelopeOfPagedResultOfMoney = Acme.OpenApi31.Models.MoneyPagedResultEnvelope;
#endif

namespace Kiln.Service.Tests.OpenApi31;

public sealed class GenericTests(RunningService service) : ServiceCalls(service)
{
    private static readonly Guid Id = new("6f9619ff-8b86-d011-b42d-00cf4fc964ff");

    [Fact]
    public async Task A_page_is_read_for_each_type_of_its_items()
    {
        var orders = await Client.Generics.Orders.GetAsync(cancellationToken: Cancellation);
        var money = await Client.Generics.Money.GetAsync(cancellationToken: Cancellation);
        var strings = await Client.Generics.Strings.GetAsync(cancellationToken: Cancellation);

        var order = Assert.Single(orders.Items);
        Assert.Equal((1, null, Id), (orders.Total, orders.Next, order.Id));
        Assert.Equal((true, new DateOnly(2026, 11, 29)), (order.State.Paid, order.State.Shipped));
        var line = Assert.Single(order.Lines);
        Assert.Equal(("A-1", 2, 9.99, "EUR"), (line.Sku, line.Quantity, line.Price.Amount, line.Price.Currency));
        Assert.Equal([1.5, 2], money.Items.Select(m => m.Amount));
        Assert.Equal((12, "next"), (money.Total, money.Next));
        Assert.Equal(["a", "b"], strings.Items);
    }

    [Fact]
    public async Task A_generic_type_in_another_arrives_and_comes_back()
    {
        var at = new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);
        var answer = await Client.Generics.Envelope.PutAsync(
            new EnvelopeOfPagedResultOfMoney { Value = new() { Items = [new() { Amount = 2.5, Currency = "EUR" }], Total = 1, Next = null }, At = at },
            cancellationToken: Cancellation);

        Service.AssertReceived(new Server.Envelope<Server.PagedResult<Server.Money>>(new([new(2.5m, "EUR")], 1, null), at));
        Assert.Equal((at, 2.5), (answer.At, answer.Value!.Items[0].Amount));
    }

    [Fact]
    public async Task A_type_that_contains_itself_arrives_and_comes_back()
    {
        var answer = await Client.Generics.Node.PutAsync(
            new()
            {
                Name = "child",
                Parent = new() { Name = "root", Parent = null, Children = [] },
                Children = [new() { Name = "leaf", Parent = null, Children = [] }],
            },
            cancellationToken: Cancellation);

        var received = Service.Received.Last<Server.Node>();
        Assert.Equal(("child", "root", "leaf"), (received.Name, received.Parent!.Name, received.Children[0].Name));
        Assert.Equal(("child", "root", "leaf"), (answer.Name, answer.Parent!.Name, answer.Children[0].Name));
        Assert.Null(answer.Parent.Parent);
    }

    [Fact]
    public async Task Nested_types_arrive_and_come_back()
    {
        var answer = await Client.Generics.Order.PutAsync(
            new()
            {
                Id = Id,
                Lines = [new() { Sku = "B", Quantity = 1, Price = new() { Amount = 1, Currency = "EUR" } }],
                State = new() { Paid = false, Shipped = null },
            },
            cancellationToken: Cancellation);

        Service.AssertReceived(new Server.Order(Id, [new("B", 1, new(1, "EUR"))], new(false, null)));
        Assert.Equal(("B", false, null), (answer.Lines[0].Sku, answer.State.Paid, answer.State.Shipped));
    }
}
