using Kiln.Runtime.Contracts;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions;
using Sample.Models;

namespace Kiln.Runtime.Tests.Paging;

public class PagesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Three pages: 1 and 2, none, 3.</summary>
    private static readonly Dictionary<string, string> ThreePages = new()
    {
        [""] = Json.Page("c=2", "1", "2"),
        ["c=2"] = Json.Page("c3"),
        ["c3"] = Json.Page(null, "3"),
    };

    [Fact]
    public async Task All_items_come_page_after_page()
    {
        await using var server = await ServeAsync(ThreePages);

        Assert.Equal(["1", "2", "3"], await IdsAsync(server.Events().GetAllAsync()));
        Assert.Equal(["limit=1000", "limit=1000&cursor=c%3D2", "limit=1000&cursor=c3"], server.Requests.Select(r => r.Query));
    }

    [Fact]
    public async Task The_callers_parameters_go_with_every_page()
    {
        await using var server = await ServeAsync(ThreePages);

        await IdsAsync(server.Events().GetAllAsync(r =>
        {
            r.QueryParameters.Limit = 5;
            r.QueryParameters.Skip = 7;
            r.QueryParameters.EventTypes = [EventObjectType.File];
        }));

        Assert.Equal(["eventTypes=file&limit=5&skip=7", "eventTypes=file&limit=5&cursor=c%3D2", "eventTypes=file&limit=5&cursor=c3"], server.Requests.Select(r => r.Query));
    }

    [Fact]
    public async Task Nothing_is_fetched_before_it_is_asked_for()
    {
        await using var server = await ServeAsync(ThreePages);
        await using var items = server.Events().GetAllAsync().GetAsyncEnumerator(Token);

        Assert.Empty(server.Requests);
        await items.MoveNextAsync();
        await items.MoveNextAsync();
        Assert.Single(server.Requests);
        await items.MoveNextAsync();
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_run_can_be_repeated()
    {
        await using var server = await ServeAsync(ThreePages);
        var pages = server.Events().GetAllAsync();

        Assert.Equal(await IdsAsync(pages), await IdsAsync(pages));
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task Pages_have_numbers_bodies_items_and_cursors()
    {
        await using var server = await ServeAsync(ThreePages);

        var pages = new List<string>();
        await foreach (var page in server.Events().GetAllAsync().ByPageAsync(Token))
            pages.Add($"{page.Number}: {string.Join(",", page.Items.Select(i => i.Id))} of {page.Body.Pagination.TotalItems}, then {page.NextCursor ?? "end"}");

        Assert.Equal(["1: 1,2 of 2, then c=2", "2:  of 0, then c3", "3: 3 of 1, then end"], pages);
    }

    [Fact]
    public async Task A_run_can_start_in_the_middle_and_end_early()
    {
        await using var server = await ServeAsync(ThreePages);
        var all = server.Events().GetAllAsync();

        Assert.Equal(["3"], await IdsAsync(all.StartAt("c3")));
        Assert.Equal(["1", "2"], await IdsAsync(all.WithMaxPages(1)));
        Assert.Equal(["3"], await IdsAsync(all.WithMaxPages(2).StartAt("c=2")));
        Assert.Equal(["1", "2", "3"], await IdsAsync(all.WithMaxPages(3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => all.WithMaxPages(0));
        Assert.ThrowsAny<ArgumentException>(() => all.StartAt(""));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"null\"")]
    [InlineData("null")]
    public async Task The_end_is_spelled_in_several_ways(string cursor)
    {
        await using var server = await TestServer.JsonAsync($$"""{"data":[{{Json.Event}}],"pagination":{"totalItems":1,"nextCursor":{{cursor}} } }""");

        Assert.Equal(["1"], await IdsAsync(server.Events().GetAllAsync()));
        Assert.Single(await server.Events().GetAllAsync().AsJsonAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_page_without_items_is_empty()
    {
        await using var server = await TestServer.JsonAsync("""{"pagination":{"totalItems":1}}""");

        Assert.Empty(await IdsAsync(server.Events().GetAllAsync()));
        Assert.Empty(await server.Events().GetAllAsync().AsJsonAsync(Token).ToListAsync(Token));
    }

    [Theory]
    [InlineData("a", null, "a", 2)]
    [InlineData("b", null, "b", 3)]
    [InlineData("a", "a", "a", 2)]
    [InlineData("x", "x", "x", 1)]
    public async Task A_cursor_that_comes_again_is_an_error(string last, string? start, string cursor, int page)
    {
        var pages = new Dictionary<string, string> { [""] = Json.Page("a", "1"), ["a"] = Json.Page(last == "b" ? "b" : last == "a" && start is not null ? "c" : "a", "2"), ["b"] = Json.Page("b", "3"), ["c"] = Json.Page("a", "4"), ["x"] = Json.Page("x", "5") };
        await using var server = await ServeAsync(pages);
        var run = server.Events().GetAllAsync();
        run = start is null ? run : run.StartAt(start);

        var typed = await Assert.ThrowsAsync<PagingException>(() => IdsAsync(run));
        var raw = await Assert.ThrowsAsync<PagingException>(() => run.AsJsonAsync(Token).ToListAsync(Token).AsTask());

        Assert.Equal((cursor, page), (typed.Cursor, typed.PageNumber));
        Assert.Equal((cursor, page), (raw.Cursor, raw.PageNumber));
        Assert.Equal(page * 2, server.Requests.Count);
    }

    [Fact]
    public async Task Cancelling_within_a_page_ends_the_run()
    {
        await using var server = await ServeAsync(ThreePages);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var seen = new List<string>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in server.Events().GetAllAsync().WithCancellation(cancel.Token))
            {
                seen.Add(item.Id);
                await cancel.CancelAsync();
            }
        });

        Assert.Equal(["1"], seen);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancelling_between_pages_ends_the_run()
    {
        await using var server = await ServeAsync(ThreePages);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var page in server.Events().GetAllAsync().ByPageAsync(cancel.Token))
                await cancel.CancelAsync();
        });

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Raw_items_are_as_the_service_sent_them()
    {
        string[] items = ["""{"id":1.10,"new":[null,"é\n"]}""", "\"no object\"", "null"];
        await using var server = await TestServer.JsonAsync($$"""{"data":[{{string.Join(" , ", items)}}],"pagination":{} }""");

        var raw = await server.Events(new ReadOptions { Mode = ContractMode.Strict }).GetAllAsync().AsJsonAsync(Token).ToListAsync(Token);

        Assert.Equal(items, raw.Select(i => i.GetRawText()));
    }

    [Fact]
    public async Task Raw_items_follow_cursors()
    {
        await using var server = await ServeAsync(ThreePages);

        var raw = await server.Events().GetAllAsync().AsJsonAsync(Token).ToListAsync(Token);

        Assert.Equal(["1", "2", "3"], raw.Select(i => i.GetProperty("id").GetString()));
        Assert.Equal(["1", "2"], (await server.Events().GetAllAsync().WithMaxPages(1).AsJsonAsync(Token).ToListAsync(Token)).Select(i => i.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("""{"data":{}}""", "$.data")]
    [InlineData("""{"data":[],"pagination":{"nextCursor":{}}}""", "$.pagination.nextCursor")]
    [InlineData("""{"data":[""", "$.data[0]")]
    public async Task Raw_pages_of_another_shape_are_errors(string body, string path)
    {
        await using var server = await TestServer.JsonAsync(body);

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events().GetAllAsync().AsJsonAsync(Token).ToListAsync(Token).AsTask());

        Assert.Equal(path, e.Path);
    }

    [Fact]
    public async Task An_error_on_a_later_page_comes_after_the_items_before_it()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Query.ContainsKey("cursor") ? 400 : 200;
            return context.Response.WriteAsync(context.Response.StatusCode == 200 ? Json.Page("c", "1") : """{"errors":[{"code":1}]}""");
        });
        var seen = new List<string>();

        var e = await Assert.ThrowsAsync<ErrorResponseException>(async () =>
        {
            await foreach (var item in server.Events().GetAllAsync())
                seen.Add(item.Id);
        });

        Assert.Equal(["1"], seen);
        Assert.Equal(1, e.Error!.Errors[0].Code);
    }

    [Fact]
    public async Task A_url_given_whole_can_be_paged()
    {
        await using var server = await ServeAsync(ThreePages);
        var url = new Uri(server.Url, "/elsewhere?x=1&cursor=c%3D2").AbsoluteUri;

        Assert.Equal(["3"], await IdsAsync(server.Events().WithUrl(url).GetAllAsync()));
        Assert.Equal(["/elsewhere?x=1&cursor=c%3D2&limit=1000", "/elsewhere?x=1&cursor=c3&limit=1000"], server.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task A_response_handler_of_the_callers_cannot_page()
    {
        await using var server = await ServeAsync(ThreePages);
        var pages = server.Events().GetAllAsync(r => r.Options.Add(new ResponseHandlerOption { ResponseHandler = new NativeResponseHandler() }));

        await Assert.ThrowsAsync<InvalidOperationException>(() => IdsAsync(pages));
        Assert.Empty(server.Requests);
    }

    private static Task<TestServer> ServeAsync(Dictionary<string, string> pages) => TestServer.StartAsync(context =>
        context.Response.WriteAsync(pages[context.Request.Query["cursor"].ToString()]));

    private static async Task<List<string>> IdsAsync(Pages<ThreatEventPage, ThreatEvent> pages)
    {
        var ids = new List<string>();
        await foreach (var item in pages.WithCancellation(Token))
            ids.Add(item.Id);
        return ids;
    }
}
