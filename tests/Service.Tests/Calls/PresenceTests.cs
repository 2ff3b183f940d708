using Acme.OpenApi31.Models;
using Kiln.Service.Tests.Support;
using Server = Acme.Service.Themes;

namespace Kiln.Service.Tests.OpenApi31;

public sealed class PresenceTests(RunningService service) : ServiceCalls(service)
{
    [Fact]
    public async Task Required_and_optional_properties_arrive_and_come_back()
    {
        var answer = await Client.Presence.Profile.PutAsync(
            new()
            {
                Name = "Ada",
                Nickname = null,
                Age = 36,
                Balance = new() { Amount = 10, Currency = "GBP" },
                City = "London",
                Stars = 3,
                EMail = "ada@example.com",
            },
            cancellationToken: Cancellation);

        Service.AssertReceived(new Server.Profile { Name = "Ada", Nickname = null, Age = 36, Balance = new(10, "GBP"), City = "London", Stars = 3, Email = "ada@example.com" });
        Assert.Equal(("Ada", null, 36, "London", 3), (answer.Name, answer.Nickname, answer.Age, answer.City, answer.Stars));
        Assert.Equal(("ada@example.com", null, null), (answer.EMail, answer.Slug, answer.Phone));
        Assert.Equal((10, "GBP"), (answer.Balance.Amount, answer.Balance.Currency));
        Assert.Null(answer.Limit);
        Assert.Equal("Ada, London", answer.Summary);
    }

    [Fact]
    public async Task An_object_that_may_be_null_arrives_and_comes_back()
    {
        var answer = await Client.Presence.Profile.PutAsync(
            new()
            {
                Name = "Bob", Nickname = "b", Age = 1, Balance = new() { Amount = 0, Currency = "EUR" }, Limit = new() { Amount = 5.5, Currency = "EUR" }, City = "Rome",
                Stars = 5, Slug = "bob", Phone = "1",
            },
            cancellationToken: Cancellation);

        Service.AssertReceived(new Server.Profile { Name = "Bob", Nickname = "b", Age = 1, Balance = new(0, "EUR"), Limit = new(5.5m, "EUR"), City = "Rome", Slug = "bob", Phone = "1" });
        Assert.Equal((5.5, "b", "bob", "1"), (answer.Limit!.Amount, answer.Nickname, answer.Slug, answer.Phone));
    }

    [Fact]
    public async Task Defaults_of_a_constructor_are_those_of_the_service()
    {
#if SWASHBUCKLE
        // Swashbuckle does not write the defaults of a constructor's parameters.
        var page = new Page { Query = "q", Size = 20, Descending = true, Priority = Differences.Normal };
#else
        var page = new Page { Query = "q" };
#endif
        var answer = await Client.Presence.Page.PutAsync(page, cancellationToken: Cancellation);

        Service.AssertReceived(new Server.Page("q", 20, true, Server.Priority.Normal, null));
        Assert.Equal(("q", 20, true, Differences.Normal, null), (answer.Query, answer.Size, answer.Descending, answer.Priority, answer.Cursor));
    }

    [Fact]
    public async Task A_body_that_may_be_null_arrives_and_comes_back()
    {
        var answer = await Client.Presence.Maybe.PutAsync(new Money { Amount = 1, Currency = "EUR" }, cancellationToken: Cancellation);

        Assert.Equal(new Server.Money(1, "EUR"), Service.Received.Last<Server.Money?>("maybe"));
        Assert.Equal((1, "EUR"), (answer.Amount, answer.Currency));
    }
}
