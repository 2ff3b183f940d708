using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Sample.Models;

namespace Kiln.Runtime.Tests.Paging;

/// <summary>Whatever ends a walk, it can go on behind the last item that it handed out.</summary>
public sealed class ResumeTests
{
    private const int ItemsPerPage = 5;
    private const int Items = 23;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IEnumerable<string> AllIds => Enumerable.Range(0, Items).Select(i => $"{i}");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Any_item_can_be_the_last_one_before_the_walk_goes_on(int ahead)
    {
        await using var server = await ServeAsync();
        for (var stop = 1; stop <= Items; stop++)
        {
            var position = new PagePosition();
            var pages = server.Events().GetAllAsync();
            pages = (ahead == 0 ? pages : pages.WithPrefetch(ahead)).WithTracking(position);
            var first = await pages.Take(stop).Select(e => e.Id).ToListAsync(Token);
            var token = position.ResumeToken!;

            var rest = await pages.StartAt(token).Select(e => e.Id).ToListAsync(Token);

            Assert.Equal(AllIds, [.. first, .. rest]);
            Assert.Equal(Items, position.ItemCount);
            Assert.Equal(AllIds.Skip(stop), await pages.StartAt(token).AsJsonAsync(Token).Select(e => e.GetProperty("id").GetString()).ToListAsync(Token));
            Assert.Equal(AllIds.Skip(stop), (await pages.StartAt(token).ByPageAsync(Token).ToListAsync(Token)).SelectMany(p => p.Items).Select(i => i.Id));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Every_failure_carries_the_place(int ahead)
    {
        foreach (var fault in Enum.GetValues<Fault>())
        {
            await using var server = await ServeAsync(fault);
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
            var pages = server.Events(new ReadOptions { OnViolation = _ => throw new FormatException("the caller's own") }).GetAllAsync();
            pages = ahead == 0 ? pages : pages.WithPrefetch(ahead);
            var seen = new List<string>();

            var e = await Record.ExceptionAsync(async () =>
            {
                await foreach (var item in pages.WithCancellation(cancel.Token))
                {
                    seen.Add(item.Id);
                    if (fault == Fault.Cancelled && seen.Count == 12)
                        await cancel.CancelAsync();
                }
            });

            Assert.True(e is not null, $"{fault}: {seen.Count}");
            var token = e.GetResumeToken();
            Assert.NotNull(token);
            Assert.True(seen.Count == 12, $"{fault}: {seen.Count}");
            await using var sound = await ServeAsync();
            Assert.Equal(AllIds, [.. seen, .. await sound.Events().GetAllAsync().StartAt(token).Select(i => i.Id).ToListAsync(Token)]);
            Assert.Equal(token, (e as ServiceException)?.ResumeToken ?? (e as PagingException)?.ResumeToken ?? token);
        }
    }

    [Fact]
    public async Task A_single_call_has_no_place()
    {
        await using var server = await TestServer.StartAsync(500, "text/plain", "no");

        Assert.Null((await Assert.ThrowsAnyAsync<ServiceException>(() => server.Events().GetAsync(cancellationToken: Token))).ResumeToken);
    }

    [Fact]
    public async Task An_item_that_could_not_be_read_counts_as_behind()
    {
        await using var server = await TestServer.JsonAsync("""{"data":[7,{"id":"1"},8,{"id":"2"}],"pagination":{"totalItems":4}}""");
        var position = new PagePosition();
        var pages = server.Events().GetAllAsync().WithTracking(position);

        Assert.Equal("1", (await pages.FirstAsync(Token)).Id);

        Assert.Equal(["2"], await pages.StartAt(position.ResumeToken!).Select(e => e.Id).ToListAsync(Token));
    }

    [Theory]
    [InlineData("""[7,{"id":"1"},8,{"id":"2"},9,{"id":"3"},10]""")]
    [InlineData("""[{"id":"1"},{"id":"2"},7,8,{"id":"3"}]""")]
    [InlineData("""[{"id":"1"},null,{"id":"2"},"x",{"id":"3"}]""")]
    public async Task A_token_means_the_same_to_all_readers_where_items_cannot_be_read(string data)
    {
        await using var server = await TestServer.JsonAsync($$"""{"data":{{data}},"pagination":{"totalItems":4} }""");
        var pages = server.Events().GetAllAsync();
        for (var stop = 1; stop <= 3; stop++)
        {
            var position = new PagePosition();
            await pages.WithTracking(position).Take(stop).ToListAsync(Token);
            var rest = pages.StartAt(position.ResumeToken!);

            string[] expected = [.. new[] { "1", "2", "3" }.Skip(stop)];
            Assert.Equal(expected, await rest.Select(e => e.Id).ToListAsync(Token));
            Assert.Equal(expected, Assert.Single(await rest.ByPageAsync(Token).ToListAsync(Token)).Items.Select(e => e.Id));
        }

        var whole = new PagePosition();
        await pages.WithTracking(whole).ByPageAsync(Token).ToListAsync(Token);
        Assert.Empty(await pages.StartAt(whole.ResumeToken!).ToListAsync(Token));
        Assert.Equal(3, whole.ItemCount);
    }

    [Fact]
    public async Task A_page_that_has_become_shorter_is_an_error()
    {
        await using var server = await ServeAsync();
        var position = new PagePosition();
        await server.Events().GetAllAsync().WithTracking(position).Take(4).ToListAsync(Token);
        await using var shorter = await TestServer.JsonAsync(Json.Page(null, "0"));
        var pages = shorter.Events().GetAllAsync().StartAt(position.ResumeToken!);

        foreach (var read in new Func<Task>[] { () => pages.ToListAsync(Token).AsTask(), () => pages.AsJsonAsync(Token).ToListAsync(Token).AsTask(), () => pages.ByPageAsync(Token).ToListAsync(Token).AsTask() })
            Assert.Contains("after item 4 of the page: it has 1 items now", (await Assert.ThrowsAsync<PagingException>(read)).Message);
    }

    [Fact]
    public async Task A_damaged_token_is_refused_and_a_cursor_is_none()
    {
        await using var server = await ServeAsync();
        var position = new PagePosition();
        var pages = server.Events().GetAllAsync().WithTracking(position);
        await pages.Take(7).ToListAsync(Token);
        var token = position.ResumeToken!;

        Assert.Matches("^[A-Za-z0-9._-]+$", token);
        for (var i = token.LastIndexOf('.') + 1; i < token.Length - 1; i++)
        {
            var damaged = token.ToCharArray();
            damaged[i] = damaged[i] == 'A' ? 'B' : 'A';
            Assert.Throws<ArgumentException>(() => pages.StartAt(new string(damaged)));
            Assert.ThrowsAny<ArgumentException>(() => pages.StartAt(token[..i]));
        }
        Assert.NotNull(pages.StartAt("kiln"));
    }

    [Fact]
    public async Task Empty_pages_in_a_row_are_bounded()
    {
        await using var server = await TestServer.StartAsync(context => Answer(context, Json.Page("c" + context.Request.Query["cursor"])));
        var pages = server.Events().GetAllAsync().WithMaxEmptyPages(4);

        foreach (var read in new Func<Task>[] { () => pages.ToListAsync(Token).AsTask(), () => pages.AsJsonAsync(Token).ToListAsync(Token).AsTask(), () => pages.ByPageAsync(Token).ToListAsync(Token).AsTask() })
        {
            var e = await Assert.ThrowsAsync<PagingException>(read);
            Assert.Equal(("ccccc", 5), (e.Cursor, e.PageNumber));
        }
    }

    [Fact]
    public async Task Cursors_that_no_url_can_hold_are_an_error()
    {
        foreach (var (cursor, problem) in new[] { (new string('c', 40_000), "of 40000 characters"), (@"a\ud800", "not valid Unicode") })
        {
            await using var server = await TestServer.JsonAsync($$"""{"data":[],"pagination":{"nextCursor":"{{cursor}}","totalItems":0} }""");
            var pages = server.Events().GetAllAsync();

            Assert.Contains(problem, (await Assert.ThrowsAsync<PagingException>(() => pages.AsJsonAsync(Token).ToListAsync(Token).AsTask())).Message);
        }
    }

    [Fact]
    public async Task A_hostile_cursor_is_one_short_line_in_the_message()
    {
        var cursor = string.Concat(Enumerable.Repeat(@"\u001b[31m\n\u202e", 100));
        await using var server = await TestServer.JsonAsync($$"""{"data":[],"pagination":{"nextCursor":"{{cursor}}","totalItems":0} }""");

        var e = await Assert.ThrowsAsync<PagingException>(() => server.Events().GetAllAsync().ToListAsync(Token).AsTask());

        Assert.DoesNotContain(e.Message, c => char.IsControl(c) || c == '\u202e');
        Assert.InRange(e.Message.Length, 1, 300);
    }

    private enum Fault
    {
        Status,
        NoPage,
        BadItem,
        Circle,
        CutOff,
        Callback,
        Cancelled,
    }

    /// <summary>The fault comes behind 12 items: within the third page, or for faults of whole pages of pages of which the third has two items.</summary>
    private static Task<TestServer> ServeAsync(Fault? fault = null) => TestServer.StartAsync(async context =>
    {
        var start = int.TryParse(context.Request.Query["cursor"], out var cursor) ? cursor : 0;
        var isLast = start + ItemsPerPage >= Items;
        var ids = Enumerable.Range(start, Math.Min(ItemsPerPage, Items - start)).ToList();
        if (fault is Fault.Status or Fault.NoPage or Fault.Circle && start == 10)
            ids = [10, 11];
        if (fault is Fault.Status && start == 12)
        {
            context.Response.StatusCode = 500;
            return;
        }
        if (fault is Fault.NoPage && start == 12)
        {
            await Answer(context, """{"errors":[]}""");
            return;
        }
        var items = ids.Select(i => i == 12 && fault == Fault.Callback ? $$"""{"id":{{i}}}""" : i == 12 && fault == Fault.BadItem ? "{]" : Item(i)).ToList();
        var next = fault is Fault.Status or Fault.NoPage && start == 10 ? "12" : fault == Fault.Circle && start == 10 ? "5" : $"{start + ItemsPerPage}";
        var body = $$"""{"data":[{{string.Join(",", items)}}],"pagination":{"totalItems":23,"nextCursor":{{(isLast ? "null" : $"\"{next}\"")}} } }""";
        if (fault == Fault.CutOff && start == 10)
        {
            context.Response.ContentLength = body.Length;
            await Answer(context, body[..body.IndexOf(Item(12), StringComparison.Ordinal)]);
            return;
        }
        await Answer(context, body);
    });

    private static string Item(int id) => Json.Event.Replace("\"id\":\"1\"", $"\"id\":\"{id}\"");

    private static async Task Answer(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted);
    }
}
