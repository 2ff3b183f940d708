using Kiln.Runtime.Contracts;
using Kiln.Runtime.Paging;
using Shop.Api;
using Shop.Api.Models;

namespace Kiln.Testing.Tests;

/// <summary>Pages of every kind are made up as a service would send them.</summary>
public sealed class PageKindTests
{
    private static readonly Visit[] Five = [.. Enumerable.Range(1, 5).Select(i => new Visit { Id = i })];

    private readonly FakeAdapter fake = new(new ReadOptions { Mode = ContractMode.Strict });
    private readonly ShopClient client;

    public PageKindTests() => client = new(fake);

    [Fact]
    public async Task Links_in_headers()
    {
        await CheckAsync(() => client.Paged.Links.GetAllAsync(), requests: 3);
        Assert.Equal(5, await client.Paged.Links.GetAllAsync().GetTotalAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public Task Links_in_bodies() => CheckAsync(() => client.Paged.Urls.GetAllAsync(), requests: 3);

    [Fact]
    public async Task Offsets_until_a_page_is_empty()
    {
        await CheckAsync(() => client.Paged.Offsets.GetAllAsync(), requests: 4);
        Assert.Equal([[], ["2"], ["4"], ["5"]], fake.Requests.Take(4).Select(r => r.Query["offset"]));
    }

    [Fact]
    public async Task Numbers_with_the_number_of_pages()
    {
        await CheckAsync(() => client.Paged.Numbers.GetAllAsync(), requests: 3);
        Assert.Equal([[], ["1"], ["2"]], fake.Requests.Take(3).Select(r => r.Query["page"]));
    }

    [Fact]
    public async Task Keys_of_the_last_items()
    {
        await CheckAsync(() => client.Paged.Keys.GetAllAsync(), requests: 3);
        Assert.Equal([[], ["2"], ["4"]], fake.Requests.Take(3).Select(r => r.Query["after"]));
    }

    [Fact]
    public async Task Cursors_in_request_bodies_that_are_numbers()
    {
        await CheckAsync(() => client.Paged.Searches.PostAllAsync(), requests: 3);
        Assert.Equal(["", "{\"after\":2}", "{\"after\":3}"], fake.Requests.Take(3).Select(r => r.BodyText));
    }

    [Fact]
    public async Task Pages_that_are_given_whole()
    {
        fake.Setup(() => client.Paged.Keys.GetAllAsync()).ReturnsPages(new() { Visits = [Five[0], Five[1]], More = true }, new() { Visits = [Five[2]], More = false });

        Assert.Equal([1, 2, 3], await IdsAsync(client.Paged.Keys.GetAllAsync()));
    }

    [Fact]
    public async Task Pages_that_are_given_whole_get_their_links()
    {
        fake.Setup(() => client.Paged.Links.GetAllAsync()).ReturnsPages([Five[0], Five[1]], [Five[2]]);

        Assert.Equal([1, 2, 3], await IdsAsync(client.Paged.Links.GetAllAsync()));
    }

    private async Task CheckAsync<TPage>(Func<Pages<TPage, Visit>> pages, int requests)
    {
        fake.Setup(pages).ReturnsItems(Five, pageSize: 2);

        Assert.Equal([1, 2, 3, 4, 5], await IdsAsync(pages()));
        Assert.Equal(requests, fake.Requests.Count);
        var position = new PagePosition();
        await pages().WithTracking(position).WithMaxItems(3).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([4, 5], await IdsAsync(pages().StartAt(position.ResumeToken!)));
        Assert.Empty(fake.UnexpectedRequests);
    }

    private static async Task<List<long>> IdsAsync(IAsyncEnumerable<Visit> visits)
    {
        var ids = new List<long>();
        await foreach (var visit in visits)
            ids.Add(visit.Id);
        return ids;
    }
}
