using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Runtime.Tests.Paging;

/// <summary>What ends a walk of each kind, and what it never follows.</summary>
public sealed class PagingMethodTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://elsewhere.example/items", "leads to another origin (https://elsewhere.example)")]
    [InlineData("//elsewhere.example/items", "leads to another origin (http://elsewhere.example)")]
    [InlineData(@"\\\\elsewhere.example/items", "")]
    [InlineData("http://127.0.0.1:1/items", "leads to another origin")]
    [InlineData("http://a:b@127.0.0.1/items", "has user information")]
    [InlineData("javascript:alert(1)", "is not a URL of http or https")]
    [InlineData("file:///etc/passwd", "is not a URL of http or https")]
    [InlineData("http://", "is not a URL of http or https")]
    public async Task A_link_leads_nowhere_but_to_the_same_origin(string link, string problem)
    {
        await using var server = await TestServer.JsonAsync($$"""{"items":[1,2],"next":"{{link}}"}""");

        var e = await EndAsync(Pages(server, PagingMethod.NextLink("/next")), "1", "2");

        Assert.Contains("Page 1 has a link to the next page that " + problem, e.Message);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_link_does_not_change_from_https_to_http()
    {
        using var client = new HttpClient(new StubHandler((_, _) => new() { Content = new StringContent("""{"items":[1],"next":"http://api.example/items?page=2"}""", System.Text.Encoding.UTF8, "application/json") }));
        using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), new Uri("https://api.example"), client);
        var pages = new Pages<JsonElement, JsonElement>(adapter, Contract(PagingMethod.NextLink("/next")), () => Request(new("https://api.example/items")));

        var e = await Assert.ThrowsAsync<PagingException>(() => pages.ToListAsync(Token).AsTask());

        Assert.Contains("changes from https to http", e.Message);
    }

    [Theory]
    [InlineData("?page=2", "/items?page=2")]
    [InlineData("/items?page=2#top", "/items?page=2")]
    [InlineData("other/items?a=b%2Fc", "/other/items?a=b%2Fc")]
    [InlineData("  {0}items?page=%20  ", "/items?page=%20")]
    public async Task A_link_is_relative_to_its_page(string link, string target)
    {
        await using var server = await TestServer.StartAsync(context => Answer(context, context.Request.Query.Count == 1 && !context.Request.Query.ContainsKey("x")
            ? """{"items":[2]}"""
            : $$"""{"items":[1],"next":"{{string.Format(System.Globalization.CultureInfo.InvariantCulture, link, $"http://{context.Request.Host}/")}}"}"""));

        Assert.Equal(["1", "2"], await TextsAsync(Pages(server, PagingMethod.NextLink("/next"), "/items?x=y")));
        Assert.Equal(target, server.Requests.Last().Target);
    }

    [Fact]
    public async Task A_link_that_goes_back_is_an_error_before_anything_comes_twice()
    {
        await using var server = await TestServer.StartAsync(context => Answer(context, context.Request.Query["page"].ToString() switch
        {
            "2" => """{"items":[3,4],"next":"/items"}""",
            _ => """{"items":[1,2],"next":"?page=2"}""",
        }));

        var e = await EndAsync(Pages(server, PagingMethod.NextLink("/next")), "1", "2", "3", "4");

        Assert.Contains("names the link", e.Message);
        Assert.Contains("which has been fetched already", e.Message);
        Assert.Equal(2, e.PageNumber);
    }

    [Fact]
    public async Task A_header_that_is_malformed_is_an_error_and_not_the_end()
    {
        await using var server = await TestServer.StartAsync(200, "application/json", """{"items":[1]}""", headers => headers.Append("Link", "/items?page=2; rel=next"));

        Assert.Contains("Page 1 has a Link header that cannot be read: \"/items?page=2; rel=next\"", (await EndAsync(Pages(server, PagingMethod.NextLink("Link")), "1")).Message);
    }

    [Fact]
    public async Task Links_may_come_in_several_lines_of_a_header()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.Append("Link", "</items>; rel=\"first\"");
            if (context.Request.Query.Count == 0)
                context.Response.Headers.Append("Link", "</items?page=2>; rel=\"next\"");
            return Answer(context, $$"""{"items":[{{(context.Request.Query.Count == 0 ? 1 : 2)}}]}""");
        });

        Assert.Equal(["1", "2"], await TextsAsync(Pages(server, PagingMethod.NextLink("Link"))));
    }

    [Fact]
    public async Task A_credential_that_the_service_repeats_is_in_no_token()
    {
        await using var server = await TestServer.StartAsync(context => Answer(context, context.Request.Query.ContainsKey("page")
            ? """{"items":[2]}"""
            : $$"""{"items":[1],"next":"/items?page=2&key={{context.Request.Query["key"]}}"}"""));
        using var adapter = new ServiceRequestAdapter(new KeyProvider(), server.Url);
        var pages = new Pages<JsonElement, JsonElement>(adapter, Contract(PagingMethod.NextLink("/next")), () => Request(new(server.Url, "/items")));

        var first = await pages.ByPageAsync(Token).FirstAsync(Token);

        Assert.EndsWith("/items?page=2", first.NextCursor);
        Assert.Equal(["2"], await TextsAsync(pages.StartAt(first.NextCursor!)));
        Assert.Equal("page=2&key=secret-key", server.Requests.Last().Query);
    }

    [Fact]
    public async Task A_walk_does_not_start_at_a_link_to_somewhere_else()
    {
        await using var server = await TestServer.JsonAsync("""{"items":[1]}""");
        var pages = Pages(server, PagingMethod.NextLink("/next")).StartAt("https://elsewhere.example/items?page=2");

        Assert.Contains("leads to another origin", (await Assert.ThrowsAsync<PagingException>(() => pages.ToListAsync(Token).AsTask())).Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("/total", "", "10,11,12,13,14", "20,22,24")]
    [InlineData(null, "", "10,11,12,13,14", "20,22,24,25")]
    [InlineData("X-Total", "", "10,11,12,13,14", "20,22,24")]
    public async Task An_offset_counts_items_from_where_the_caller_starts(string? total, string query, string items, string offsets)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            // The limit is lowered by the service: a page with fewer items than were asked for is not the last one.
            var offset = int.Parse(context.Request.Query["offset"]!);
            context.Response.Headers.Append("X-Total", "25");
            return Answer(context, $$"""{"items":[{{string.Join(',', Enumerable.Range(offset - 10, Math.Clamp(25 - offset, 0, 2)))}}],"total":25}""");
        });
        var pages = Pages(server, PagingMethod.Offset("offset"), "/items?offset=20&limit=5" + query, contract => contract(total, null));

        Assert.Equal(items.Split(','), await TextsAsync(pages));
        Assert.Equal(offsets.Split(','), server.Requests.Select(r => r.Query.Split('&')[0].Split('=')[1]));
    }

    [Fact]
    public async Task The_pages_have_the_total()
    {
        await using var server = await TestServer.StartAsync(context => Answer(context, context.Request.Query.Count == 0 ? """{"items":[1,2],"total":"3"}""" : """{"items":[3],"total":-1}"""));
        var pages = Pages(server, PagingMethod.Offset("offset"), "/items", contract => contract("/total", null)).WithMaxPages(2);

        Assert.Equal([3, null], await pages.ByPageAsync(Token).Select(p => p.Total).ToListAsync(Token));
    }

    [Theory]
    [InlineData("offset")]
    [InlineData("page")]
    public async Task A_service_that_ignores_the_position_does_not_hold_the_walk_forever(string kind)
    {
        await using var server = await TestServer.JsonAsync("""{"items":[{"id":1},{"id":2}]}""");

        var e = await EndAsync(Pages(server, kind == "offset" ? PagingMethod.Offset("n") : PagingMethod.PageNumber("n")), """{"id":1}""", """{"id":2}""", """{"id":1}""", """{"id":2}""");

        Assert.Contains("Page 2 has the same items as the page before it, so that the service seems to ignore the", e.Message);
    }

    [Fact]
    public async Task Equal_values_on_two_pages_are_no_such_service()
    {
        await using var server = await TestServer.StartAsync(context => Answer(context, context.Request.Query["offset"] == "4" ? """{"items":[]}""" : """{"items":["x","x"]}"""));

        Assert.Equal(["x", "x", "x", "x"], await TextsAsync(Pages(server, PagingMethod.Offset("offset"))));
    }

    [Theory]
    [InlineData("offset")]
    [InlineData("key")]
    public async Task A_page_without_items_that_says_that_there_are_more_is_an_error(string kind)
    {
        await using var server = await TestServer.JsonAsync("""{"items":[],"more":true}""");
        var method = kind == "offset" ? PagingMethod.Offset("n") : PagingMethod.LastItem("n", "/id");

        Assert.Contains("Page 1 has no items, but says that there are more", (await EndAsync(Pages(server, method, "/items", contract => contract(null, "/more")))).Message);
    }

    [Fact]
    public async Task A_numbered_page_without_items_is_passed_where_there_are_more()
    {
        await using var server = await TestServer.StartAsync(context => Answer(context, (context.Request.Query["page"].ToString() is var page && page is "" or "0") ? """{"items":[1],"more":true}"""
            : page == "1" ? """{"items":[],"more":true}""" : """{"items":[2],"more":false}"""));

        Assert.Equal(["1", "2"], await TextsAsync(Pages(server, PagingMethod.PageNumber("page", firstPage: 0), "/items", contract => contract(null, "/more"))));
        Assert.Equal(["", "page=1", "page=2"], server.Requests.Select(r => r.Query));
    }

    [Fact]
    public async Task The_last_item_is_the_last_one_that_came_even_if_it_is_skipped()
    {
        await using var server = await TestServer.StartAsync(context => Answer(context, context.Request.Query["after"].ToString() switch
        {
            "" => """{"items":[{"id":"a b"},{"id":"c&d"}],"more":true}""",
            "c&d" => """{"items":[{"id":"e"}],"more":false}""",
            var other => throw new InvalidOperationException(other),
        }));
        var position = new PagePosition();
        var pages = Pages(server, PagingMethod.LastItem("after", "/id"), "/items", contract => contract(null, "/more"));

        Assert.Equal(2, (await pages.WithTracking(position).WithMaxItems(2).ToListAsync(Token)).Count);
        Assert.Equal(["""{"id":"e"}"""], await TextsAsync(pages.StartAt(position.ResumeToken!)));
        Assert.Single(await pages.StartAt(position.ResumeToken!).ByPageAsync(Token).Where(p => p.Items.Count > 0).ToListAsync(Token));
    }

    [Theory]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"id":null}""")]
    [InlineData("7")]
    public async Task A_last_item_without_a_key_is_an_error(string item)
    {
        await using var server = await TestServer.JsonAsync($$"""{"items":[{"id":1},{{item}}]}""");

        Assert.Contains("ends with an item that has no key at '/id'", (await EndAsync(Pages(server, PagingMethod.LastItem("after", "/id")), """{"id":1}""", item)).Message);
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("18446744073709551617")]
    [InlineData("1.0e3")]
    public async Task A_cursor_that_is_a_number_is_sent_as_it_was_received(string cursor)
    {
        await using var server = await TestServer.StartAsync(context => Answer(context, context.Request.Query.Count == 0 ? $$"""{"items":[1],"next":{{cursor}}}""" : """{"items":[2],"next":null}"""));

        Assert.Equal(["1", "2"], await TextsAsync(Pages(server, PagingMethod.Cursor("after", "/next"))));
        Assert.Equal("after=" + cursor, server.Requests.Last().Query);
    }

    [Fact]
    public async Task A_cursor_in_a_body_leaves_the_rest_of_it_as_it_is()
    {
        await using var server = await TestServer.StartAsync(context => Answer(context, """{"items":[1],"next":7}"""));
        var pages = new Pages<JsonElement, JsonElement>(server.Adapter(), Contract(PagingMethod.Cursor("/page/after", "/next", inBody: true, isJson: true)), () =>
        {
            var request = Request(new(server.Url, "/items"));
            request.HttpMethod = Method.POST;
            return request.SetJsonContent(WireType.Json, JsonDocument.Parse("""{"query":"é","page":{"size":5}}""").RootElement);
        });

        await pages.WithMaxPages(2).ToListAsync(Token);

        Assert.Equal(["""{"query":"é","page":{"size":5}}""", """{"query":"é","page":{"size":5,"after":7}}"""], server.Requests.Select(r => r.Body));
    }

    [Fact]
    public async Task A_service_that_wants_a_wait_of_decades_ends_the_walk_with_its_place()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            if (context.Request.Query.Count == 0)
                return Answer(context, """{"items":[1]}""");
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "1000000000";
            return Task.CompletedTask;
        });
        var pages = Pages(server, PagingMethod.PageNumber("page"));

        var e = await Assert.ThrowsAsync<ServiceException>(() => pages.ToListAsync(Token).AsTask());

        Assert.Equal(429, e.StatusCode);
        Assert.Equal(2, server.Requests.Count);
        Assert.NotNull(e.ResumeToken);
    }

    [Fact]
    public async Task A_position_is_of_one_kind()
    {
        await using var server = await TestServer.JsonAsync("""{"items":[1,2]}""");
        var numbers = Pages(server, PagingMethod.PageNumber("page"));
        var offsets = Pages(server, PagingMethod.Offset("offset"));
        var position = new PagePosition();
        await numbers.WithTracking(position).FirstAsync(Token);

        Assert.Contains("by the offset", Assert.Throws<ArgumentException>(() => offsets.StartAt(position.ResumeToken!)).Message);
        Assert.NotNull(numbers.StartAt(position.ResumeToken!));
        foreach (var wrong in new[] { "-1", "x", " 1", "1.5", "9223372036854775807", "99999999999999999999" })
        {
            Assert.Contains("The offset must be a number", Assert.Throws<ArgumentException>(() => offsets.StartAt(wrong)).Message);
            Assert.Contains("The page number must be a number", Assert.Throws<ArgumentException>(() => numbers.StartAt(wrong)).Message);
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => numbers.WithMaxItems(0));
    }

    [Fact]
    public async Task A_page_that_is_cut_short_can_be_gone_on_with()
    {
        await using var server = await TestServer.StartAsync(context => Answer(context, context.Request.Query.Count == 0 ? """{"items":[1,2,3],"total":4}""" : """{"items":[4],"total":4}"""));
        var position = new PagePosition();
        var pages = Pages(server, PagingMethod.Offset("offset"), "/items", contract => contract("/total", null));

        var page = Assert.Single(await pages.WithMaxItems(2).WithTracking(position).ByPageAsync(Token).ToListAsync(Token));

        Assert.Equal(2, page.Items.Count);
        Assert.Equal(["3", "4"], await TextsAsync(pages.StartAt(position.ResumeToken!)));
        Assert.Equal(["3"], (await pages.StartAt(position.ResumeToken!).WithMaxItems(1).ByPageAsync(Token).SingleAsync(Token)).Items.Select(i => i.GetRawText()));
    }

    private static Task Answer(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    private static RequestInformation Request(Uri url) => new() { HttpMethod = Method.GET, UrlTemplate = "{+baseurl}/items", URI = url };

    private static PagingContract<JsonElement, JsonElement> Contract(PagingMethod method, string? total = null, string? hasMore = null) => new(
        WireType.Json, WireType.Json, new ResponseMap<JsonElement>(BodyType.Json(WireType.Json)),
        static page => page.TryGetProperty("items", out var items) ? [.. items.EnumerateArray()] : null, "/items", method)
    {
        Total = total,
        HasMore = hasMore,
    };

    private static Pages<JsonElement, JsonElement> Pages(
        TestServer server, PagingMethod method, string path = "/items", Func<Func<string?, string?, PagingContract<JsonElement, JsonElement>>, PagingContract<JsonElement, JsonElement>>? contract = null)
    {
        Func<string?, string?, PagingContract<JsonElement, JsonElement>> make = (total, hasMore) => Contract(method, total, hasMore);
        return new(server.Adapter(), contract?.Invoke(make) ?? make(null, null), () => Request(new(server.Url, path)));
    }

    private static async Task<List<string>> TextsAsync(Pages<JsonElement, JsonElement> pages) =>
        await pages.Select(i => i.ValueKind == JsonValueKind.String ? i.GetString()! : i.GetRawText()).ToListAsync(Token);

    /// <summary>Every reader ends in the same exception, behind the same items, with a place to go on from.</summary>
    private static async Task<PagingException> EndAsync(Pages<JsonElement, JsonElement> pages, params string[] items)
    {
        PagingException? end = null;
        foreach (var read in new Func<IAsyncEnumerable<string>>[]
        {
            () => pages.Select(i => i.GetRawText()),
            () => pages.AsJsonAsync(Token).Select(i => i.GetRawText()),
            () => pages.WithPrefetch(2).Select(i => i.GetRawText()),
        })
        {
            var seen = new List<string>();
            end = await Assert.ThrowsAsync<PagingException>(async () =>
            {
                await foreach (var item in read())
                    seen.Add(item);
            });
            Assert.Equal(items, seen);
            Assert.NotNull(end.ResumeToken);
        }
        Assert.Equal(end!.Message, (await Assert.ThrowsAsync<PagingException>(() => pages.ByPageAsync(Token).ToListAsync(Token).AsTask())).Message);
        return end;
    }

    private sealed class KeyProvider : IAuthenticationProvider
    {
        public Task AuthenticateRequestAsync(RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
        {
            request.URI = new(request.URI.AbsoluteUri + (request.URI.Query.Length == 0 ? "?" : "&") + "key=secret-key");
            return Task.CompletedTask;
        }
    }
}
