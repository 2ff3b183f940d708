using System.Text.RegularExpressions;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Streaming;
using Shop.Api;
using Shop.Api.Models;

namespace Kiln.Testing.Tests;

/// <summary>The examples of docs/testing.md and of the package's readme, which are compiled and run here.</summary>
public sealed partial class TestingPageTests
{
    [Theory]
    [InlineData("docs/testing.md")]
    [InlineData("src/Testing/README.md")]
    public void The_examples_are_those_of_this_file(string page)
    {
        var here = Lines(File.ReadAllText(Checkout.PathOf("tests/Testing.Tests/TestingPageTests.cs")));
        var blocks = Block().Matches(File.ReadAllText(Checkout.PathOf(page)).ReplaceLineEndings("\n")).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(Lines(block), here));
    }

    [Fact]
    public async Task A_call_is_answered()
    {
        var fake = new FakeAdapter();
        var client = new ShopClient(fake);
        fake.Setup(() => client.Pets[5].GetAsync()).Returns(new Pet { Id = 5, Name = "Rex" });

        Assert.Equal("Hello Rex", await new Greeter(client).GreetAsync(5));
    }

    [Fact]
    public async Task The_readme_shows_a_request_too()
    {
        var fake = new FakeAdapter();
        var client = new ShopClient(fake);
        fake.Setup(() => client.Pets[5].GetAsync()).Returns(new Pet { Id = 5, Name = "Rex" });

        var name = await new Greeter(client).GreetAsync(5);

        Assert.Equal("Hello Rex", name);
        Assert.Equal("/pets/5", fake.Requests[0].Path);
    }

    [Fact]
    public async Task Set_ups_choose_calls()
    {
        var fake = new FakeAdapter();
        var client = new ShopClient(fake);

        fake.Setup(() => client.Pets[Any.Value<long>()].GetAsync()).ReturnsStatus(404);
        fake.Setup(() => client.Pets[5].GetAsync()).Returns(new Pet { Id = 5, Name = "Rex" });
        fake.Setup(() => client.Kinds[Any.Value(Kind.Dog, Kind.Cat)].Names.GetAsync()).Returns(["Rex", "Tom"]);
        fake.Setup(() => client.Pets.PostAsync(Any.Body<NewPet>()))
            .When(r => r.ReadBody<NewPet>().Kind == Kind.Dog)
            .Returns(new Pet { Id = 6, Name = "Bello" });

        await Assert.ThrowsAsync<ProblemException>(() => client.Pets[4].GetAsync());
        Assert.Equal("Rex", (await client.Pets[5].GetAsync()).Name);
        Assert.Equal(2, (await client.Kinds[Kind.Cat].Names.GetAsync()).Count);
        Assert.Equal(6, (await client.Pets.PostAsync(new() { Name = "Bello", Kind = Kind.Dog })).Id);
    }

    [Fact]
    public async Task Answers_are_of_many_kinds()
    {
        var time = new ManualTime();
        var fake = new FakeAdapter(new ReadOptions { Mode = ContractMode.Strict, TimeProvider = time });
        var client = new ShopClient(fake);

        fake.Setup(() => client.Pets[5].GetAsync())
            .Throws(new HttpRequestException("The connection was refused."))
            .ReturnsStatus(503, r => r.AddHeader("Retry-After", "7"))
            .ReturnsError(404, new Problem { Title = "There is no such pet." })
            .ReturnsJson("""{ "id": 5, "name": "Rex", "color": "brown" }""")
            .Returns(new Pet { Id = 5, Name = "Rex" }, r => r.Delay = TimeSpan.FromSeconds(3));

        for (var i = 0; i < 3; i++)
            Assert.NotNull(await Record.ExceptionAsync(() => client.Pets[5].GetAsync()));
        Assert.Equal("Rex", (await client.Pets[5].GetAsync()).Name);
        var slow = client.Pets[5].GetAsync();
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("Rex", (await slow).Name);
    }

    [Fact]
    public async Task Pages_are_answered()
    {
        var fake = new FakeAdapter();
        var client = new ShopClient(fake);
        var pets = Enumerable.Range(1, 5).Select(i => new Pet { Id = i, Name = $"Pet {i}" });

        fake.Setup(() => client.Pets.GetAllAsync()).ReturnsItems(pets, pageSize: 2);
        fake.Setup(() => client.Pets.CountAsync()).Returns(5);

        Assert.Equal(5, await client.Pets.CountAsync());
        var count = 0;
        await foreach (var _ in client.Pets.GetAllAsync())
            count++;
        Assert.Equal(5, count);
    }

    [Fact]
    public async Task Streams_are_answered()
    {
        var fake = new FakeAdapter();
        var client = new ShopClient(fake);
        var (rex, tom) = (new Pet { Id = 1, Name = "Rex" }, new Pet { Id = 2, Name = "Tom" });

        fake.Setup(() => client.Arrivals.GetStreamAsync())
            .ReturnsItems(rex, tom);
        fake.Setup(() => client.Arrivals.GetStreamAsync())
            .ReturnsEvents(new ServerSentEvent<Pet>("a", "message", null, rex), new ServerSentEvent<Pet>("b", "message", null, tom));

        var names = new List<string>();
        await foreach (var pet in client.Arrivals.GetStreamAsync())
            names.Add(pet.Name);
        Assert.Equal(["Rex", "Tom"], names);
    }

    [Fact]
    public async Task Requests_are_there_to_look_at()
    {
        var fake = new FakeAdapter();
        var client = new ShopClient(fake);
        fake.Setup(() => client.Pets.PostAsync(Any.Body<NewPet>())).Returns(new Pet { Id = 6, Name = "Rex" });
        await client.Pets.PostAsync(new() { Name = "Rex", Kind = Kind.Dog });

        var request = fake.Requests.Single();
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.Equal("/pets", request.Path);
        Assert.Equal("application/json", request.Headers["Content-Type"].Single());
        Assert.Equal("Rex", request.ReadBody<NewPet>().Name);
    }

    [Fact]
    public async Task The_message_of_an_unexpected_call_is_the_one_that_is_shown()
    {
        var fake = new FakeAdapter();
        var client = new ShopClient(fake);
        fake.Setup(() => client.Pets.GetAsync(r => r.QueryParameters.Kind = Kind.Dog));
        fake.Setup(() => client.Pets[Any.Value<long>()].GetAsync());
        fake.Setup(() => client.Pets.PostAsync(Any.Body<NewPet>())).When(r => r.ReadBody<NewPet>().Kind == Kind.Dog);

        var e = await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets.GetAsync(r => r.QueryParameters.Kind = Kind.Cat));

        Assert.Contains("```text\n" + e.Message + "\n```", File.ReadAllText(Checkout.PathOf("docs/testing.md")).ReplaceLineEndings("\n"));
    }

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"^```csharp\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    private sealed class Greeter(ShopClient shop)
    {
        public async Task<string> GreetAsync(long id) => $"Hello {(await shop.Pets[id].GetAsync()).Name}";
    }
}
