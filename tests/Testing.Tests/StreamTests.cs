using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Streaming;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Shop.Api.Models;

namespace Kiln.Testing.Tests;

/// <summary>Calls that return streams of events and items.</summary>
public sealed class StreamTests
{
    private static readonly Pet[] Pets = [new() { Id = 1, Name = "Rex" }, new() { Id = 2, Name = "Tom\r\nand \"Jerry\"" }];

    private readonly FakeAdapter fake = new(new ReadOptions { Mode = ContractMode.Strict });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_have_items()
    {
        fake.Setup(() => Events(Method.POST)).ReturnsItems(Pets);

        for (var i = 0; i < 2; i++)
            Assert.Equal(Pets.Select(p => p.Name), await NamesAsync(Events(Method.POST)));
        Assert.Equal(2, fake.Requests.Count);
    }

    [Theory]
    [InlineData(ItemStreamFormat.Lines, null)]
    [InlineData(ItemStreamFormat.Lines, "result")]
    [InlineData(ItemStreamFormat.Sequence, null)]
    [InlineData(ItemStreamFormat.Array, null)]
    public async Task Items_are_written_as_the_document_says(ItemStreamFormat format, string? result)
    {
        var type = new ItemStreamType<Pet>(WireType.Model<Pet>(), format) { ResultProperty = result };
        ItemStream<Pet> Items() => new(fake, type, new(), () => Request(Method.GET));
        fake.Setup(Items).ReturnsItems(Pets).ReturnsItems();

        Assert.Equal(Pets.Select(p => p.Name), await NamesAsync(Items()));
        Assert.Empty(await NamesAsync(Items()));
    }

    [Fact]
    public async Task Events_have_ids_and_names_and_are_continued()
    {
        fake.Setup(() => Events()).ReturnsEvents(new("a", "added", null, Pets[0]), new("b", "message", null, Pets[1]));

        var events = new List<ServerSentEvent<Pet>>();
        await foreach (var e in Events().AsEventsAsync(Token))
            events.Add(e);

        Assert.Equal([("a", "added", "Rex"), ("b", "message", Pets[1].Name)], events.Select(e => (e.Id!, e.Name, e.Data.Name)));
        Assert.Equal(["", "b"], fake.Requests.Select(r => string.Concat(r.Headers["Last-Event-ID"])));
        Assert.Equal([Pets[1].Name], await NamesAsync(Events().StartAfter("a")));
    }

    [Fact]
    public async Task A_stream_may_break_off_and_go_on()
    {
        fake.Setup(() => Events())
            .ReturnsText("retry: 0\nid: 7\ndata: {\"id\":1,\"name\":\"Rex\"}\n\n", "text/event-stream")
            .Throws(new HttpRequestException("The connection was refused."))
            .ReturnsText("data: {\"id\":2,\"name\":\"Tom\"}\n\n", "text/event-stream")
            .ReturnsStatus(204);

        Assert.Equal(["Rex", "Tom"], await NamesAsync(Events()));
    }

    [Fact]
    public async Task Bad_events_are_those_of_a_service()
    {
        fake.Setup(() => Events()).ReturnsText("data: {\"id\":1,\"name\":\"Rex\"}\n\ndata: <html>\n\n", "text/event-stream");

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => NamesAsync(Events()));

        Assert.Equal(1, e.ItemIndex);
    }

    [Fact]
    public void Fields_of_an_event_cannot_bring_others()
    {
        Assert.Throws<ArgumentException>(() => fake.Setup(() => Events()).ReturnsEvents(new ServerSentEvent<Pet>("1\ndata: 2", "message", null, Pets[0])));
    }

    private static RequestInformation Request(Method method) => new(method, "{+baseurl}/pets/stream", new Dictionary<string, object> { ["baseurl"] = "https://service.test" });

    private static async Task<List<string>> NamesAsync(IAsyncEnumerable<Pet> pets)
    {
        var names = new List<string>();
        await foreach (var pet in pets.WithCancellation(Token))
            names.Add(pet.Name);
        return names;
    }

    private EventStream<Pet> Events(Method method = Method.GET) => new(fake, new(WireType.Model<Pet>()), new(), () => Request(method));
}
