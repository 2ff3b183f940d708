using Kiln.Runtime.Contracts;
using Kiln.Runtime.Paging;
using Shop.Api;
using Shop.Api.Models;

namespace Kiln.Testing.Tests;

/// <summary>Pages that are enumerated and counted.</summary>
public sealed class PageTests
{
    private static readonly Pet[] Five = [.. Enumerable.Range(1, 5).Select(i => new Pet { Id = i, Name = $"Pet {i}" })];

    private readonly FakeAdapter fake = new(new ReadOptions { Mode = ContractMode.Strict });
    private readonly ShopClient client;

    public PageTests() => client = new(fake);

    [Fact]
    public async Task Items_are_enumerated_over_several_pages_as_often_as_one_likes()
    {
        fake.Setup(() => client.Pets.GetAllAsync()).ReturnsItems(Five, pageSize: 2);

        for (var i = 0; i < 2; i++)
            Assert.Equal([1, 2, 3, 4, 5], await IdsAsync(client.Pets.GetAllAsync()));
        Assert.Equal(6, fake.Requests.Count);
        Assert.Equal([[], ["2"], ["3"]], fake.Requests.Take(3).Select(r => r.Query["after"]));
    }

    [Fact]
    public async Task Pages_are_enumerated_and_resumed()
    {
        fake.Setup(() => client.Pets.GetAllAsync()).ReturnsItems(Five, pageSize: 2);

        var sizes = new List<int>();
        await foreach (var page in client.Pets.GetAllAsync().ByPageAsync(TestContext.Current.CancellationToken))
            sizes.Add(page.Items.Count);
        Assert.Equal([2, 2, 1], sizes);
        Assert.Equal([3, 4, 5], await IdsAsync(client.Pets.GetAllAsync().StartAt("2")));
    }

    [Fact]
    public async Task No_item_is_one_empty_page()
    {
        fake.Setup(() => client.Pets.GetAllAsync()).ReturnsItems();

        Assert.Empty(await IdsAsync(client.Pets.GetAllAsync()));
        Assert.Single(fake.Requests);
    }

    [Fact]
    public async Task Pages_are_those_that_are_given_with_their_own_cursors()
    {
        fake.Setup(() => client.Pets.GetAllAsync()).ReturnsPages(new() { Pets = [Five[0]], Next = "b&c" }, new() { Pets = [], Next = "end" }, new() { Pets = [Five[1]] });

        Assert.Equal([1, 2], await IdsAsync(client.Pets.GetAllAsync()));
        Assert.Equal(["b&c"], fake.Requests[1].Query["after"]);
        Assert.Contains("Page 1 has no cursor", Assert.Throws<ArgumentException>(() => fake.Setup(() => client.Pets.GetAllAsync()).ReturnsPages(new PetPage { Pets = [] }, new PetPage { Pets = [] })).Message);
    }

    [Fact]
    public async Task A_page_size_is_part_of_the_call_unless_it_is_ignored()
    {
        fake.Setup(() => client.Pets.GetAllAsync(r => r.QueryParameters.Kind = Kind.Dog)).ReturnsItems(Five);
        await Assert.ThrowsAsync<UnexpectedCallException>(() => IdsAsync(client.Pets.GetAllAsync(r => r.QueryParameters = new() { Kind = Kind.Dog, Limit = 10 })));

        var setup = fake.Setup(() => client.Pets.GetAllAsync(r => r.QueryParameters.Kind = Kind.Dog));
        setup.IgnoringQuery("limit");
        setup.ReturnsItems(Five, pageSize: 2);
        Assert.Equal([1, 2, 3, 4, 5], await IdsAsync(client.Pets.GetAllAsync(r => r.QueryParameters = new() { Kind = Kind.Dog, Limit = 10 })));
        await Assert.ThrowsAsync<UnexpectedCallException>(() => IdsAsync(client.Pets.GetAllAsync()));
    }

    [Fact]
    public async Task An_enumeration_can_fail_in_the_middle_and_go_on()
    {
        var setup = fake.Setup(() => client.Pets.GetAllAsync());
        setup.ReturnsItems(Five, pageSize: 2).Throws(new HttpRequestException("reset"));
        setup.ReturnsItems(Five, pageSize: 2);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => IdsAsync(client.Pets.GetAllAsync()));

        Assert.Equal([3, 4, 5], await IdsAsync(client.Pets.GetAllAsync().StartAt(failure.GetResumeToken()!)));
    }

    [Fact]
    public async Task One_page_of_a_single_call_answers_an_enumeration_too()
    {
        fake.Setup(() => client.Pets.GetAsync()).Returns(new PetPage { Pets = [.. Five] });

        Assert.Equal([1, 2, 3, 4, 5], await IdsAsync(client.Pets.GetAllAsync()));
        Assert.Equal(5, (await client.Pets.GetAsync()).Pets.Count);
    }

    [Fact]
    public async Task Items_can_be_counted()
    {
        fake.Setup(() => client.Pets.CountAsync()).Returns(1234);

        Assert.Equal(1234, await client.Pets.CountAsync());
    }

    private static async Task<List<long>> IdsAsync(IAsyncEnumerable<Pet> pets)
    {
        var ids = new List<long>();
        await foreach (var pet in pets)
            ids.Add(pet.Id);
        return ids;
    }
}
