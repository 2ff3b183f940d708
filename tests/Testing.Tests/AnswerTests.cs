using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Shop.Api;
using Shop.Api.Models;

namespace Kiln.Testing.Tests;

/// <summary>What a call gets, which is what a service's response would give.</summary>
public sealed class AnswerTests
{
    private readonly FakeAdapter fake = new();
    private readonly ShopClient client;

    public AnswerTests() => client = new(fake);

    [Fact]
    public async Task Each_kind_of_body_is_written_as_the_document_says()
    {
        fake.Setup(() => client.Pets[5].GetAsync()).Returns(new Pet { Id = 5, Name = "Rex", Kind = Kind.Dog });
        fake.Setup(() => client.Notes.GetAsync("Rex")).Returns("Größe");
        fake.Setup(() => client.Pets[5].Photo.GetAsync()).Returns(new MemoryStream([1, 2, 3]));
        fake.Setup(() => client.Kinds[Kind.Dog].Names.GetAsync()).Returns(["Rex", "Bello"]);

        Assert.Equal(Kind.Dog, (await client.Pets[5].GetAsync()).Kind);
        Assert.Equal("Größe", await client.Notes.GetAsync("Rex"));
        Assert.Equal(["Rex", "Bello"], await client.Kinds[Kind.Dog].Names.GetAsync());
        // Twice: the bytes are kept.
        Assert.Equal([1, 2, 3], await BytesAsync(await client.Pets[5].Photo.GetAsync()));
        Assert.Equal([1, 2, 3], await BytesAsync(await client.Pets[5].Photo.GetAsync()));
    }

    [Fact]
    public async Task Each_method_of_an_operation_has_a_set_up_of_its_own()
    {
        fake.Setup(() => client.Pets[5].Card.GetAsync()).Returns(new Owner { Name = "Ann" });
        fake.Setup(() => client.Pets[5].Card.GetTextAsync()).Returns("Ann's");
        fake.Setup(() => client.Pets[5].Card.GetStreamAsync(ShopMediaTypes.Pdf)).ReturnsBytes([1, 2], "application/pdf");
        fake.Setup(() => client.Pets[5].Card.GetStreamAsync(ShopMediaTypes.ImagePng)).ReturnsBytes([3], "image/png");

        Assert.Equal("Ann", (await client.Pets[5].Card.GetAsync(r => r.Accept = "application/json")).Name);
        Assert.Equal("Ann's", await client.Pets[5].Card.GetTextAsync());
        Assert.Equal([1, 2], await BytesAsync(await client.Pets[5].Card.GetStreamAsync(ShopMediaTypes.Pdf)));
        Assert.Equal([3], await BytesAsync(await client.Pets[5].Card.GetStreamAsync(ShopMediaTypes.ImagePng)));
        var refused = await Assert.ThrowsAsync<UnexpectedCallException>(() => client.Pets[5].Card.GetStreamAsync("image/gif"));
        Assert.Contains("GET /pets/5/card as application/pdf (another media type)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_is_that_of_its_status_code()
    {
        fake.Setup(() => client.Pets[5].Card.PutAsync())
            .Returns(new CardPutResult(200, owner: new() { Name = "Ann" }))
            .Returns(new CardPutResult(202, pet: new() { Id = 5, Name = "Rex" }))
            .Returns(new CardPutResult(204));

        var results = new List<string>();
        for (var i = 0; i < 3; i++)
            results.Add((await client.Pets[5].Card.PutAsync()).Match(owner => owner.Name, pet => pet.Name, status => $"{status}"));

        Assert.Equal(["Ann", "Rex", "204"], results);
    }

    [Fact]
    public async Task A_head_has_the_headers_of_the_set_up()
    {
        fake.Setup(() => client.Pets[5].HeadAsync())
            .Returns(new PetsItemHeadHeaders { All = new([KeyValuePair.Create<string, IEnumerable<string>>("X-Weight", ["7"])]) })
            .ReturnsStatus(200, r => r.AddHeader("X-Weight", "8"));

        Assert.Equal(7, (await client.Pets[5].HeadAsync()).XWeight);
        Assert.Equal(8, (await client.Pets[5].HeadAsync()).XWeight);
    }

    [Fact]
    public async Task A_stream_has_the_headers_of_its_value()
    {
        fake.Setup(() => client.Pets[5].Photo.GetAsync()).Returns(new ResponseStream(new MemoryStream([1, 2, 3]), "image/png", "größe.png"));

        await using var photo = await client.Pets[5].Photo.GetAsync();

        Assert.Equal(("image/png", "größe.png", 3L), (photo.ContentType, photo.FileName, photo.ContentLength));
        Assert.Equal([1, 2, 3], await BytesAsync(photo));
    }

    [Fact]
    public async Task The_status_is_one_that_the_document_has()
    {
        var strict = new FakeAdapter(new ReadOptions { Mode = ContractMode.Strict });
        var shop = new ShopClient(strict);
        strict.Setup(() => shop.Pets.PostWithResponseAsync(Any.Body<NewPet>())).Returns(new Pet { Id = 7, Name = "Rex" }).ReturnsJson("""{"id":8,"name":"Max"}""");

        Assert.Equal(201, (await shop.Pets.PostWithResponseAsync(new() { Name = "Rex", Kind = Kind.Dog })).StatusCode);
        Assert.Equal(201, (await shop.Pets.PostWithResponseAsync(new() { Name = "Max", Kind = Kind.Dog })).StatusCode);
    }

    [Fact]
    public async Task No_body_is_null_or_nothing()
    {
        fake.Setup(() => client.Pets[5].Owner.GetAsync()).Returns((Owner?)null).Returns(new Owner { Name = "Ann" });
        fake.Setup(() => client.Pets[5].DeleteAsync()).ReturnsStatus(204);
        fake.Setup(() => client.Pets[6].DeleteAsync()).Returns(default(NoContent));

        Assert.Null(await client.Pets[5].Owner.GetAsync());
        Assert.Equal("Ann", (await client.Pets[5].Owner.GetAsync())!.Name);
        await client.Pets[5].DeleteAsync();
        Assert.Equal(204, (await client.Pets[6].DeleteWithResponseAsync()).StatusCode);
    }

    [Fact]
    public async Task Status_and_headers_are_those_of_the_set_up()
    {
        fake.Setup(() => client.Pets.PostWithResponseAsync(Any.Body<NewPet>())).Returns(new Pet { Id = 7, Name = "Rex" }, r =>
        {
            r.StatusCode = 201;
            r.ReasonPhrase = "Born";
            r.AddHeader("Location", "/pets/7");
            r.AddHeader("X-Tag", "a", "b");
            r.AddHeader("Content-Language", "en");
        });

        var response = await client.Pets.PostWithResponseAsync(new() { Name = "Rex", Kind = Kind.Dog });

        Assert.Equal((201, "Born", "/pets/7"), (response.StatusCode, response.ReasonPhrase, response.Headers.Location));
        Assert.Equal(["a", "b"], response.AllHeaders["X-Tag"]);
        Assert.Equal("en", response.AllHeaders["Content-Language"].Single());
        Assert.Equal("application/json", response.AllHeaders["Content-Type"].Single());
        Assert.Equal(7, response.Body.Id);
    }

    [Fact]
    public async Task Errors_are_the_typed_ones_of_the_document()
    {
        fake.Setup(() => client.Pets[5].GetAsync())
            .ReturnsError(404, new Problem { Title = "No such pet" })
            .ReturnsStatus(503, r => r.AddHeader("Retry-After", "7"))
            .ReturnsText("<html>down</html>", "text/html", r => r.StatusCode = 502);

        var declared = await Assert.ThrowsAsync<ProblemException>(() => client.Pets[5].GetAsync());
        Assert.Equal((404, "No such pet"), (declared.StatusCode, declared.Error!.Title));
        var busy = await Assert.ThrowsAsync<ServiceException>(() => client.Pets[5].GetAsync());
        Assert.Equal((503, "7"), (busy.StatusCode, busy.Headers["Retry-After"].Single()));
        var proxy = await Assert.ThrowsAsync<ServiceException>(() => client.Pets[5].GetAsync());
        Assert.Equal((502, "<html>down</html>"), (proxy.StatusCode, proxy.BodyText));
    }

    [Fact]
    public async Task Errors_of_each_form_are_written_as_they_are_read()
    {
        fake.Setup(() => client.Pets[5].GetAsync())
            .ReturnsError(400, new List<Problem> { new() { Title = "One" }, new() { Title = "Two" } })
            .ReturnsError(409, 7L)
            .ReturnsError(409, "sold")
            .ReturnsError(410, new Kiln.Runtime.Responses.Problems.ProblemDetails { Title = "No longer" });

        Assert.Equal(["One", "Two"], (await Assert.ThrowsAsync<ProblemListException>(() => client.Pets[5].GetAsync())).Error!.Select(p => p.Title));
        Assert.Equal(7, (await Assert.ThrowsAsync<ServiceException<long?>>(() => client.Pets[5].GetAsync())).Error);
        Assert.Equal("sold", (await Assert.ThrowsAsync<ServiceException<string>>(() => client.Pets[5].GetAsync())).Error);
        var gone = await Assert.ThrowsAsync<Kiln.Runtime.Responses.Problems.ProblemDetailsException>(() => client.Pets[5].GetAsync());
        Assert.Equal(("No longer", "Gone for good."), (gone.Error!.Title, gone.Description));
    }

    [Fact]
    public void Values_that_the_call_does_not_read_are_refused()
    {
        var setup = fake.Setup(() => client.Pets[5].GetAsync());

        Assert.Contains("Problem, and not as", Assert.Throws<ArgumentException>(() => setup.ReturnsError(404, new Owner())).Message);
        Assert.Contains("document describes none", Assert.Throws<ArgumentException>(() => setup.ReturnsError(500, new Problem())).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => setup.ReturnsStatus(100));
        Assert.Throws<ArgumentOutOfRangeException>(() => setup.ReturnsStatus(204, r => r.Delay = TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentException>(() => setup.ReturnsStatus(204, r => r.AddHeader("content-type", "x")));
    }

    [Fact]
    public async Task Raw_bodies_are_read_as_a_services_are()
    {
        fake.Setup(() => client.Pets[5].GetAsync())
            .ReturnsJson("""{"id":5,"name":"Rex","age":3}""")
            .ReturnsJson("""{"id":5}""")
            .ReturnsBytes(Encoding.Latin1.GetBytes("""{"id":5,"name":"Größe"}"""), "application/json; charset=iso-8859-1")
            .ReturnsJson("no JSON")
            .ReturnsStream(() => new BrokenStream(), "application/json");

        Assert.Equal("Rex", (await client.Pets[5].GetAsync()).Name);
        Assert.Equal("", (await client.Pets[5].GetAsync()).Name);
        Assert.Equal("Größe", (await client.Pets[5].GetAsync()).Name);
        Assert.Contains("no JSON", (await Assert.ThrowsAsync<ResponseBodyException>(() => client.Pets[5].GetAsync())).BodyText);
        Assert.Contains("cut off", (await Assert.ThrowsAsync<ResponseBodyException>(() => client.Pets[5].GetAsync())).Message);
    }

    [Fact]
    public async Task Read_options_are_those_of_the_fake()
    {
        var strict = new FakeAdapter(new ReadOptions { Mode = ContractMode.Strict });
        var strictClient = new ShopClient(strict);
        strict.Setup(() => strictClient.Pets[5].GetAsync()).ReturnsJson("""{"id":5}""");

        await Assert.ThrowsAsync<ContractViolationException>(() => strictClient.Pets[5].GetAsync());
    }

    [Fact]
    public async Task Answers_come_in_their_order_and_the_last_one_stays()
    {
        fake.Setup(() => client.Pets[5].GetAsync())
            .Returns(new Pet { Id = 5, Name = "first" })
            .Throws(new HttpRequestException("refused"))
            .Returns(new Pet { Id = 5, Name = "last" });

        Assert.Equal("first", (await client.Pets[5].GetAsync()).Name);
        Assert.Equal("refused", (await Assert.ThrowsAsync<HttpRequestException>(() => client.Pets[5].GetAsync())).Message);
        Assert.Equal("last", (await client.Pets[5].GetAsync()).Name);
        Assert.Equal("last", (await client.Pets[5].GetAsync()).Name);
    }

    [Fact]
    public async Task A_model_is_written_when_it_is_set_up()
    {
        var pet = new Pet { Id = 5, Name = "before" };
        fake.Setup(() => client.Pets[5].GetAsync()).Returns(pet);
        pet.Name = "after";

        Assert.Equal("before", (await client.Pets[5].GetAsync()).Name);
    }

    [Fact]
    public async Task An_answer_can_be_a_message()
    {
        fake.Setup(() => client.Pets[5].GetAsync()).Responds((request, _) =>
            Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Accepted) { Content = new StringContent($$"""{"id":1,"name":"{{request.Method}}"}""") }));

        Assert.Equal("GET", (await client.Pets[5].GetAsync()).Name);
    }

    [Fact]
    public async Task A_delay_takes_time_of_the_adapters_clock()
    {
        var time = new ManualTime();
        var slow = new FakeAdapter(new ReadOptions { TimeProvider = time, CallTimeout = TimeSpan.FromMinutes(1) });
        var slowClient = new ShopClient(slow);
        slow.Setup(() => slowClient.Pets[5].GetAsync()).Returns(new Pet { Id = 5, Name = "Rex" }, r => r.Delay = TimeSpan.FromSeconds(30));
        slow.Setup(() => slowClient.Pets[6].GetAsync()).ReturnsStatus(200, r => r.Delay = Timeout.InfiniteTimeSpan);
        slow.Setup(() => slowClient.Pets[7].GetAsync()).Throws(new HttpRequestException("late"), TimeSpan.FromSeconds(10));

        var call = slowClient.Pets[5].GetAsync();
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Rex", (await call).Name);

        var failing = slowClient.Pets[7].GetAsync();
        Assert.False(failing.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<HttpRequestException>(() => failing);

        var endless = slowClient.Pets[6].GetAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<TimeoutException>(() => endless);
    }

    [Fact]
    public async Task A_call_that_waits_can_be_canceled()
    {
        fake.Setup(() => client.Pets[5].GetAsync()).ReturnsStatus(200, r => r.Delay = Timeout.InfiniteTimeSpan);
        using var stop = new CancellationTokenSource();

        var call = client.Pets[5].GetAsync(cancellationToken: stop.Token);
        await stop.CancelAsync();

        Assert.Equal(stop.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task A_set_up_without_an_answer_says_so()
    {
        fake.Setup(() => client.Pets[5].GetAsync());

        Assert.Contains("GET /pets/5 has no answer", (await Assert.ThrowsAsync<InvalidOperationException>(() => client.Pets[5].GetAsync())).Message);
    }

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        await using (stream)
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            return bytes.ToArray();
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("cut off");
    }
}
