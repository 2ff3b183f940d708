using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Sample.Models;

namespace Kiln.Runtime.Tests.Paging;

/// <summary>Items are handed out while the rest of their page is still arriving.</summary>
public sealed class StreamingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_is_there_before_the_rest_of_its_page()
    {
        var page = Json.Page(null, "1", "2", "3");
        var cut = page.IndexOf("\"id\":\"2\"", StringComparison.Ordinal);
        var seen = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(page[..cut]);
            await context.Response.Body.FlushAsync();
            await seen.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync(page[cut..]);
        });

        var ids = new List<string>();
        await foreach (var item in server.Events().GetAllAsync().WithCancellation(Token))
        {
            ids.Add(item.Id);
            seen.TrySetResult();
        }

        Assert.Equal(["1", "2", "3"], ids);
    }

    [Theory]
    [InlineData("{\"pagination\":{\"nextCursor\":null},\"data\":[ITEMS],\"more\":[{\"data\":[1]}]}")]
    [InlineData(" { \"more\" : { \"data\" : [ 1 ] } , \"data\" : [ ITEMS ] , \"pagination\" : { } } ")]
    [InlineData("\uFEFF{\"data\":[ITEMS],\"pagination\":{}}")]
    public async Task Wherever_the_body_is_cut_the_items_are_the_same(string form)
    {
        var body = Encoding.UTF8.GetBytes(form.Replace("ITEMS", string.Join(" , ", Items()), StringComparison.Ordinal));

        for (var cut = 0; cut <= body.Length; cut += 7)
        {
            var violations = new List<ContractViolation>();
            var read = await ReadInPiecesAsync(body, cut, new ReadOptions { OnViolation = violations.Add });

            Assert.Equal(["1", "é\"2", "3"], read.Select(i => i.Id));
            Assert.Equal(["$.data[1].tid"], violations.Select(v => v.Path).Where(p => p.StartsWith("$.data", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("{\"data\":[ITEM,]}", "$.data[1]")]
    [InlineData("{\"data\":[ITEM ITEM]}", "$.data[1]")]
    [InlineData("{\"data\":[ITEM,{\"id\":tru}]}", "$.data[1].id")]
    [InlineData("{\"data\":[ITEM", "$.data[1]")]
    [InlineData("{\"data\":[ITEM,{\"id\":\"2", "$.data[1].id")]
    public async Task What_is_no_JSON_is_an_error_at_its_place_behind_the_items_before_it(string form, string path)
    {
        var body = form.Replace("ITEM", Json.Event, StringComparison.Ordinal);
        await using var server = await TestServer.JsonAsync(body);

        var read = new List<ThreatEvent>();
        var e = await Assert.ThrowsAsync<ResponseBodyException>(async () =>
        {
            await foreach (var item in server.Events().GetAllAsync().WithCancellation(Token))
                read.Add(item);
        });

        Assert.Single(read);
        Assert.Equal(path, e.Path);
        Assert.InRange(e.ByteOffset ?? -1, body.IndexOf(Json.Event, StringComparison.Ordinal) + Json.Event.Length, body.Length);
    }

    [Fact]
    public async Task What_is_wrong_behind_the_items_has_the_offset_of_the_whole_body()
    {
        var body = "{\"data\":[" + Json.Event + "],\"pagination\":{\"nextCursor\":?}}";
        await using var server = await TestServer.JsonAsync(body);

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events().GetAllAsync().ToListAsync(Token).AsTask());

        Assert.Equal(body.IndexOf('?'), e.ByteOffset);
    }

    [Fact]
    public async Task Items_in_two_places_are_an_error()
    {
        await using var server = await TestServer.JsonAsync($$"""{"data":[{{Json.Event}}],"data":[{{Json.Event}}]}""");

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events().GetAllAsync().ToListAsync(Token).AsTask());

        Assert.Contains("duplicate property", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_larger_than_allowed_is_an_error()
    {
        await using var server = await TestServer.JsonAsync($$"""{"data":[{{Json.Event}}]}""");

        await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events(new ReadOptions { MaxBodyBytes = 60 }).GetAllAsync().ToListAsync(Token).AsTask());
    }

    [Fact]
    public async Task What_is_shown_of_a_page_says_where_it_stands()
    {
        await using var server = await TestServer.JsonAsync($$"""{"data":[{{Json.Event}},{"id":tX}],"pagination":{"totalItems":2} }""");

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events().GetAllAsync().ToListAsync(Token).AsTask());

        Assert.Contains($$"""From byte {{"{\"data\":[".Length + Json.Event.Length + 1}} on: {"id":tX}],""", e.Message);
        Assert.StartsWith("""{"id":tX}""", e.BodyText);
    }

    [Fact]
    public async Task The_limit_of_depth_is_named_as_it_was_set()
    {
        await using var server = await TestServer.JsonAsync($$"""{"unknown":{{new string('[', 200)}}""");

        foreach (var read in new Func<Task>[] { () => server.Events().GetAllAsync().ToListAsync(Token).AsTask(), () => server.Events().GetAsync(cancellationToken: Token) })
            Assert.Contains("brackets more than 64 levels deep", (await Assert.ThrowsAsync<ResponseBodyException>(read)).Message);
    }

    [Fact]
    public async Task An_item_larger_than_the_window_is_read()
    {
        var name = new string('x', 300_000);
        await using var server = await TestServer.JsonAsync($$"""{"data":[{{Json.EventWith($"\"publisher\":\"{name}\"")}}],"pagination":{"totalItems":1} }""");

        var read = await server.Events().GetAllAsync().ToListAsync(Token);

        Assert.Equal(name, Assert.Single(read).Publisher);
    }

    [Fact]
    public async Task Fetched_ahead_the_items_and_the_error_behind_them_are_the_same()
    {
        await using var server = await TestServer.StartAsync(context => context.Request.Query.ContainsKey("cursor")
            ? context.Response.WriteAsync("{\"data\":[" + Json.Event + ",")
            : context.Response.WriteAsync(Json.Page("c", "1", "2")));

        var read = new List<string>();
        await Assert.ThrowsAsync<ResponseBodyException>(async () =>
        {
            await foreach (var item in server.Events().GetAllAsync().WithPrefetch(2).WithCancellation(Token))
                read.Add(item.Id);
        });

        Assert.Equal(["1", "2", "1"], read);
    }

    [Fact]
    public async Task Fetching_ahead_asks_for_the_next_page_before_the_caller_does()
    {
        var second = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(context =>
        {
            if (!context.Request.Query.ContainsKey("cursor"))
                return context.Response.WriteAsync(Json.Page("c", "1", "2"));
            second.TrySetResult();
            return context.Response.WriteAsync(Json.Page(null, "3"));
        });

        var read = new List<string>();
        await foreach (var item in server.Events().GetAllAsync().WithPrefetch(8).WithCancellation(Token))
        {
            if (item.Id == "1")
                await second.Task.WaitAsync(Token);
            read.Add(item.Id);
        }

        Assert.Equal(["1", "2", "3"], read);
    }

    [Fact]
    public async Task A_caller_who_stops_stops_the_fetching()
    {
        await using var server = await TestServer.StartAsync(context =>
            context.Response.WriteAsync(Json.Page("c" + Guid.NewGuid(), "1", "2")));

        await foreach (var _ in server.Events().GetAllAsync().WithPrefetch(3).WithCancellation(Token))
            break;

        Assert.InRange(server.Requests.Count, 1, 4);
    }

    private static string[] Items() =>
    [
        Json.Event,
        Json.Event.Replace("\"id\":\"1\"", "\"id\" : \"\\u00e9\\\"2\"", StringComparison.Ordinal).Replace("\"tid\":null", "\"tid\":\"7\"", StringComparison.Ordinal),
        Json.Event.Replace("\"id\":\"1\"", "\"unknown\":[{\"a\":\"]}\"}],\"id\":\"3\"", StringComparison.Ordinal),
    ];

    private static async Task<List<ThreatEvent>> ReadInPiecesAsync(byte[] body, int cut, ReadOptions options)
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync(body.AsMemory(0, cut));
            await context.Response.Body.FlushAsync();
            await context.Response.Body.WriteAsync(body.AsMemory(cut));
        });
        return await server.Events(options).GetAllAsync().ToListAsync(Token);
    }
}
