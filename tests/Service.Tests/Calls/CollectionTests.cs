using Acme.OpenApi31.Models;
using Kiln.Service.Tests.Support;
using Server = Acme.Service.Themes;

namespace Kiln.Service.Tests.OpenApi31;

public sealed class CollectionTests(RunningService service) : ServiceCalls(service)
{
    private static readonly Guid Id = new("6f9619ff-8b86-d011-b42d-00cf4fc964ff");

    [Fact]
    public async Task Lists_and_dictionaries_of_every_kind_arrive_and_come_back()
    {
        var answer = await Client.Collections.All.PutAsync(
            new()
            {
                Counts = new() { ["a"] = 1, ["b c"] = -2 },
                Prices = new() { ["x"] = new() { Amount = 1.25, Currency = "EUR" } },
                History = new() { ["y"] = [new() { Amount = 2, Currency = "USD" }], ["none"] = [] },
                Nested = new() { ["outer"] = new() { ["inner"] = 5_000_000_000 } },
                Notes = new() { ["n"] = "text" },
                ById = new() { ["7"] = "seven" },
                Grid = [[1, 2], [], [3]],
                Tags = ["t1", "t2"],
                Amounts = [0.1, 2],
                Ids = [Id],
                Lines = ["first", ""],
                Optional = null,
            },
            cancellationToken: Cancellation);

        Service.AssertReceived(new Server.Collections(
            new() { ["a"] = 1, ["b c"] = -2 }, new() { ["x"] = new(1.25m, "EUR") }, new() { ["y"] = [new(2, "USD")], ["none"] = [] },
            new() { ["outer"] = new() { ["inner"] = 5_000_000_000 } }, new() { ["n"] = "text" }, new() { [7] = "seven" }, [[1, 2], [], [3]], ["t1", "t2"],
            [0.1m, 2], [Id], ["first", ""], null));
        Assert.Equal((1, -2), (answer.Counts["a"], answer.Counts["b c"]));
        Assert.Equal((1.25, "EUR"), (answer.Prices["x"].Amount, answer.Prices["x"].Currency));
        Assert.Equal("USD", Assert.Single(answer.History["y"]).Currency);
        Assert.Empty(answer.History["none"]);
        Assert.Equal(5_000_000_000, answer.Nested["outer"]["inner"]);
        Assert.Equal(("text", "seven"), (answer.Notes["n"], answer.ById["7"]));
        Assert.Equal([[1, 2], [], [3]], answer.Grid);
        Assert.Equal(["t1", "t2"], answer.Tags);
        Assert.Equal([0.1, 2], answer.Amounts);
        Assert.Equal([Id], answer.Ids);
        Assert.Equal(["first", ""], answer.Lines);
        Assert.Null(answer.Optional);
    }

    [Fact]
    public async Task A_dictionary_is_the_whole_body()
    {
        var counts = await Client.Collections.Counts.PutAsync(new() { ["one"] = 1 }, cancellationToken: Cancellation);
        var prices = await Client.Collections.Prices.PutAsync(new() { ["p"] = new() { Amount = 3.5, Currency = "CHF" } }, cancellationToken: Cancellation);

        Service.AssertReceived<Dictionary<string, int>>(new() { ["one"] = 1 });
        Service.AssertReceived<Dictionary<string, Server.Money>>(new() { ["p"] = new(3.5m, "CHF") });
        Assert.Equal(1, counts["one"]);
        Assert.Equal(3.5, prices["p"].Amount);
    }

    [Fact]
    public async Task A_list_is_the_whole_body()
    {
        var items = await Client.Collections.Items.PutAsync([new() { Amount = 1, Currency = "EUR" }], cancellationToken: Cancellation);
        var numbers = await Client.Collections.Numbers.PutAsync([1, long.MaxValue], cancellationToken: Cancellation);

        Service.AssertReceived<List<Server.Money>>([new(1, "EUR")]);
        Service.AssertReceived<List<long>>([1, long.MaxValue]);
        Assert.Equal("EUR", Assert.Single(items).Currency);
        Assert.Equal([1, long.MaxValue], numbers);
        Assert.Equal([[1, 2], [], [3]], await Client.Collections.Grid.GetAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task An_asynchronous_sequence_is_a_list()
    {
        var items = await Client.Collections.Streamed.GetAsync(cancellationToken: Cancellation);

        Assert.Equal([1d, 2d, 3d], items.Select(i => i.Amount));
    }
}
