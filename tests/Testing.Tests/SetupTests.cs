using Kiln.Runtime.Responses;
using Shop.Api;
using Shop.Api.Models;

namespace Kiln.Testing.Tests;

/// <summary>Which calls a set-up answers.</summary>
public sealed class SetupTests
{
    private readonly FakeAdapter fake = new();
    private readonly ShopClient client;

    public SetupTests() => client = new(fake);

    [Fact]
    public async Task A_call_with_the_values_of_the_set_up_is_answered_and_no_other()
    {
        fake.Setup(() => client.Pets[5].GetAsync()).Returns(new Pet { Id = 5, Name = "Rex" });

        Assert.Equal("Rex", (await client.Pets[5].GetAsync()).Name);
        await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets[6].GetAsync());
        await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets[5].DeleteAsync());
    }

    [Fact]
    public async Task A_set_up_is_not_a_call()
    {
        fake.Setup(() => client.Pets[5].GetAsync()).Returns(new Pet { Id = 5, Name = "Rex" });
        fake.Setup(() => client.Pets.GetAllAsync()).ReturnsItems();
        fake.Setup(async () => await client.Pets[6].GetAsync());
        await Task.Yield();

        Assert.Empty(fake.Requests);
        Assert.All(fake.Setups, s => Assert.Empty(s.Requests));
    }

    [Fact]
    public async Task Any_stands_for_every_value_of_the_path_and_of_the_query()
    {
        fake.Setup(() => client.Pets[Any.Value<long>()].GetAsync()).Returns(new Pet { Id = 1, Name = "Any" });
        fake.Setup(() => client.Kinds[Any.Value(Kind.Dog, Kind.Cat)].Names.GetAsync()).Returns(["Rex"]);
        fake.Setup(() => client.Notes.GetAsync(Any.Value<string>())).Returns("a note");

        Assert.Equal("Any", (await client.Pets[-77].GetAsync()).Name);
        Assert.Equal(["Rex"], await client.Kinds[Kind.FromValue("horse")].Names.GetAsync());
        Assert.Equal("a note", await client.Notes.GetAsync("x/y&z"));
        Assert.Equal(["GET /pets/*", "GET /kinds/*/names", "GET /notes?about=*"], fake.Setups.Select(s => s.ToString()));
    }

    [Fact]
    public async Task The_query_of_a_call_has_what_the_set_up_has_and_may_have_more()
    {
        var page = new PetPage { Pets = [] };
        fake.Setup(() => client.Pets.GetAsync(r =>
        {
            r.QueryParameters.Kind = Kind.Dog;
            r.QueryParameters.Tags = ["a", "b c"];
        })).Returns(page);

        await client.Pets.GetAsync(r => r.QueryParameters = new() { Kind = Kind.Dog, Tags = ["a", "b c"], After = "x" });
        await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets.GetAsync(r => r.QueryParameters = new() { Kind = Kind.Cat, Tags = ["a", "b c"] }));
        await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets.GetAsync(r => r.QueryParameters = new() { Kind = Kind.Dog, Tags = ["b c", "a"] }));
        await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets.GetAsync());
    }

    [Fact]
    public async Task Parameters_of_the_query_can_be_ignored()
    {
        fake.Setup(() => client.Pets.GetAsync(r => r.QueryParameters = new() { Kind = Kind.Dog, Limit = 5 })).IgnoringQuery("limit").Returns(new PetPage { Pets = [] });
        await client.Pets.GetAsync(r => r.QueryParameters.Kind = Kind.Dog);
        await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets.GetAsync());

        fake.Setup(() => client.Pets.GetAsync(r => r.QueryParameters = new() { Kind = Kind.Dog, Limit = 5 })).IgnoringQuery().Returns(new PetPage { Pets = [] });
        await client.Pets.GetAsync();
    }

    [Fact]
    public async Task The_latest_set_up_counts()
    {
        fake.Setup(() => client.Pets[Any.Value<long>()].GetAsync()).Returns(new Pet { Id = 1, Name = "any" });
        fake.Setup(() => client.Pets[5].GetAsync()).Returns(new Pet { Id = 5, Name = "five" });

        Assert.Equal("five", (await client.Pets[5].GetAsync()).Name);
        Assert.Equal("any", (await client.Pets[6].GetAsync()).Name);
    }

    [Fact]
    public async Task Conditions_choose_by_the_body_and_headers()
    {
        fake.Setup(() => client.Pets.PostAsync(Any.Body<NewPet>())).Returns(r => new Pet { Id = 1, Name = r.ReadBody<NewPet>().Name });
        fake.Setup(() => client.Pets.PostAsync(Any.Body<NewPet>()))
            .When(r => r.ReadBody<NewPet>().Kind == Kind.Cat)
            .When(r => r.Headers["x-mood"].Contains("bad"))
            .ReturnsStatus(503);

        Assert.Equal("Rex", (await client.Pets.PostAsync(new() { Name = "Rex", Kind = Kind.Dog }, r => r.Headers.Add("X-Mood", "bad"))).Name);
        Assert.Equal("Tom", (await client.Pets.PostAsync(new() { Name = "Tom", Kind = Kind.Cat })).Name);
        await Assert.ThrowsAsync<ServiceException>(() => client.Pets.PostAsync(new() { Name = "Tom", Kind = Kind.Cat }, r => r.Headers.Add("X-Mood", "bad")));
    }

    [Fact]
    public async Task Calls_of_another_server_are_other_calls()
    {
        fake.Setup(() => client.Pets[5].GetAsync()).Returns(new Pet { Id = 5, Name = "Rex" });

        Assert.Equal("Rex", (await client.Pets[1].WithUrl("https://service.test/pets/5?x=1").GetAsync()).Name);
        await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets[5].WithUrl("https://elsewhere.test/pets/5").GetAsync());
    }

    [Fact]
    public void What_is_no_call_of_the_fake_is_refused()
    {
        var other = new ShopClient(new FakeAdapter());

        Assert.Contains("makes no call", Assert.Throws<ArgumentException>(() => fake.Setup(() => Task.FromResult(5))).Message);
        Assert.Contains("makes no call", Assert.Throws<ArgumentException>(() => fake.Setup(() => (Task)null!)).Message);
        Assert.Contains("another FakeAdapter", Assert.Throws<InvalidOperationException>(() => fake.Setup(() => other.Pets[5].GetAsync())).Message);
        var refused = Assert.Throws<InvalidOperationException>(() => fake.Setup(() => client.Kinds[Kind.FromValue("")].Names.GetAsync()));
        Assert.IsType<ArgumentException>(refused.InnerException, exactMatch: false);
        Assert.Empty(fake.Setups);
    }

    [Fact]
    public void Any_is_for_set_ups()
    {
        Assert.Throws<InvalidOperationException>(() => Any.Value<long>());
        Assert.Throws<InvalidOperationException>(() => Any.Body<NewPet>());
        Assert.Contains(
            "Any.Value(one, other)",
            Assert.IsType<NotSupportedException>(Assert.Throws<InvalidOperationException>(() => fake.Setup(() => client.Kinds[Any.Value<Kind>()].Names.GetAsync())).InnerException).Message);
    }
}
