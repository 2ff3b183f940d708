using Kiln.Runtime.Wire;
using Shop.Api;
using Shop.Api.Models;

namespace Kiln.Testing.Tests;

/// <summary>What a test learns of the calls: their requests, and what was not set up or not called.</summary>
public sealed class RequestTests
{
    private readonly FakeAdapter fake = new();
    private readonly ShopClient client;

    public RequestTests() => client = new(fake);

    [Fact]
    public async Task Requests_are_recorded_in_their_order_with_all_that_is_sent()
    {
        var get = fake.Setup(() => client.Pets.GetAsync()).IgnoringQuery().Returns(new PetPage { Pets = [] });
        var post = fake.Setup(() => client.Pets.PostAsync(Any.Body<NewPet>())).Returns(new Pet { Id = 1, Name = "Rex" });
        fake.Setup(() => client.Pets[5].Photo.PutAsync(Stream.Null)).ReturnsStatus(204);

        await client.Pets.PostAsync(new() { Name = "Rex", Kind = Kind.Dog }, r => r.Headers.Add("X-Trace", "a"));
        await client.Pets.GetAsync(r => r.QueryParameters.Tags = ["a b", "c&d"]);
        await client.Pets[5].Photo.PutAsync(new MemoryStream([0xFF, 0xD8]));

        Assert.Equal(["POST", "GET", "PUT"], fake.Requests.Select(r => r.Method.Method));
        Assert.Equal(["/pets", "/pets", "/pets/5/photo"], fake.Requests.Select(r => r.Path));
        Assert.Same(fake.Requests[0], post.Requests.Single());
        Assert.Same(fake.Requests[1], get.Requests.Single());
        var (first, second, third) = (fake.Requests[0], fake.Requests[1], fake.Requests[2]);

        Assert.Equal("""{"name":"Rex","kind":"dog"}""", first.BodyText);
        Assert.Equal("Rex", first.Json!.Value.GetProperty("name").GetString());
        Assert.Equal(Kind.Dog, first.ReadBody<NewPet>().Kind);
        Assert.Equal("Rex", first.ReadBody(WireType.Json).GetProperty("name").GetString());
        Assert.Equal("application/json", first.Headers["content-type"].Single());
        Assert.Equal(["a"], first.Headers["x-trace"]);
        Assert.Equal("{+baseurl}/pets", first.Template);

        Assert.Equal(["a b", "c&d"], second.Query["tags"]);
        Assert.Empty(second.Query["Tags"]);
        Assert.Equal("", second.BodyText);
        Assert.Null(second.Json);

        Assert.Equal([0xFF, 0xD8], third.Body.ToArray());
        Assert.Null(third.Json);
        Assert.Equal("https://service.test/pets/5/photo", third.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task A_base_URL_can_be_set()
    {
        fake.BaseUrl = "https://shop.example/v1";
        fake.Setup(() => client.Pets[5].DeleteAsync()).ReturnsStatus(204);

        await client.Pets[5].DeleteAsync();

        Assert.Equal("https://shop.example/v1/pets/5", fake.Requests.Single().Uri.AbsoluteUri);
    }

    [Fact]
    public async Task An_unexpected_call_says_what_was_called_and_what_was_set_up()
    {
        fake.Setup(() => client.Pets[5].GetAsync()).ReturnsStatus(503);
        fake.Setup(() => client.Pets[Any.Value<long>()].DeleteAsync()).ReturnsStatus(204);
        fake.Setup(() => client.Pets.GetAsync(r => r.QueryParameters.Kind = Kind.Dog)).ReturnsStatus(503);
        fake.Setup(() => client.Pets.PostAsync(Any.Body<NewPet>())).When(r => r.ReadBody<NewPet>().Name == "Rex").ReturnsStatus(503);

        var get = await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets[6].GetAsync());
        Assert.Equal(
            """
            The test has not set up this call: GET /pets/6
            It has set up:
            - GET /pets/5 (another path)
            - DELETE /pets/* (another operation)
            - GET /pets?kind=dog (another operation)
            - POST /pets when r => r.ReadBody<NewPet>().Name == "Rex" (another operation)
            """,
            get.Message);
        Assert.Equal("/pets/6", get.Request.Path);

        var list = await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets.GetAsync(r => r.QueryParameters.Kind = Kind.Cat));
        Assert.Contains("call: GET /pets?kind=cat\n", list.Message);
        Assert.Contains("- GET /pets?kind=dog (another value of the query parameter kind)\n", list.Message);
        Assert.Contains("(the call has no query parameter kind)", (await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets.GetAsync())).Message);

        var post = await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets.PostAsync(new() { Name = "Tom", Kind = Kind.Cat }));
        Assert.Contains("""call: POST /pets with the body {"name":"Tom","kind":"cat"}""", post.Message);
        Assert.EndsWith("(its condition does not hold)", post.Message);
    }

    [Fact]
    public async Task Nothing_set_up_is_said_with_the_way_to_do_it()
    {
        var e = await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets[6].GetAsync());

        Assert.Equal("The test has not set up this call: GET /pets/6\nNothing is set up. A call is set up by fake.Setup(() => client.….GetAsync()).", e.Message);
    }

    [Fact]
    public async Task Verification_lists_set_ups_that_were_not_called_and_calls_that_were_not_set_up()
    {
        fake.Setup(() => client.Pets[5].DeleteAsync()).ReturnsStatus(204);
        fake.Setup(() => client.Pets[6].DeleteAsync()).ReturnsStatus(204);
        await client.Pets[5].DeleteAsync();
        // Code under test that swallows exceptions.
        await Record.ExceptionAsync(() => client.Pets[7].DeleteAsync());

        var e = Assert.Throws<VerificationException>(fake.Verify);

        Assert.Equal(
            """
            The code under test has not made these calls, which are set up:
            - DELETE /pets/6
            It has made these calls, which are not set up:
            - DELETE /pets/7
            """,
            e.Message);
        Assert.Equal((1, 1), (e.Unused.Count, e.Unexpected.Count));
        Assert.Equal("/pets/7", fake.UnexpectedRequests.Single().Path);
    }

    [Fact]
    public async Task Verification_passes_where_all_was_called()
    {
        fake.Setup(() => client.Pets[5].DeleteAsync()).ReturnsStatus(204);
        await client.Pets[5].DeleteAsync();

        fake.Verify();
    }

    [Fact]
    public async Task Concurrent_calls_are_all_answered_and_recorded()
    {
        var setup = fake.Setup(() => client.Pets[Any.Value<long>()].GetAsync()).Returns(r => new Pet { Id = long.Parse(r.Path.Split('/')[^1]), Name = "" });

        var pets = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            // Set-ups beside the calls are not answered as calls, and the other way round.
            fake.Setup(() => client.Pets[1000 + i].DeleteAsync());
            return await client.Pets[i].GetAsync();
        })));

        Assert.Equal(Enumerable.Range(0, 200).Select(i => (long)i), pets.Select(p => p.Id));
        Assert.Equal(200, fake.Requests.Count);
        Assert.Equal(200, setup.Requests.Count);
        Assert.Equal(201, fake.Setups.Count);
    }
}
