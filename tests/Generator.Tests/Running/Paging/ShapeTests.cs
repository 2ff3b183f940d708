namespace Kiln.Generator.Tests.Running.Paging;

/// <summary>Pages of every kind, in the shapes of well-known services, through an emitted SDK and over a socket.</summary>
public sealed class ShapeTests
{
    private static readonly string[] Readers = ["items", "json", "pages"];

    public static TheoryData<string> Names => [.. Shapes.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_item_comes_once_and_in_order(string shape)
    {
        await using var server = new PageServer(Shapes.Answer);
        foreach (var reader in Readers)
        {
            var (ids, _, error) = await ShapeProgram.RunAsync(server, shape, reader);

            Assert.Null(error);
            Assert.Equal(Shapes.Ids, ids);
        }

        Assert.InRange(server.Requests.Count, 3 * 5, 3 * 6);
        Assert.All(server.Requests, r => Assert.Contains("X-Trace: t", r.Headers));
        // The caller's filter goes with each page, where not the service says how the next page is asked for.
        var isLink = shape is "/github" or "/odata" or "/digitalocean" or "/spotify";
        Assert.Equal(isLink ? 3 : server.Requests.Count, server.Requests.Count(r => r.Query("filter") == "a b"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task After_a_fault_in_the_middle_the_rest_comes(string shape)
    {
        foreach (var reader in Readers)
        {
            var requests = 0;
            await using var server = new PageServer(request => ++requests == 3 ? Cut(Shapes.Answer(request)) : Shapes.Answer(request));

            var (first, token, error) = await ShapeProgram.RunAsync(server, shape, reader);
            var (rest, _, none) = await ShapeProgram.RunAsync(server, shape, reader, token);

            Assert.StartsWith("ResponseBodyException", error);
            Assert.Null(none);
            Assert.Equal(reader == "pages" ? 10 : 13, first.Count);
            Assert.Equal(Shapes.Ids, [.. first, .. rest]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_page_is_asked_for_behind_the_last_item_that_is_wanted(string shape)
    {
        foreach (var reader in Readers)
        {
            await using var server = new PageServer(Shapes.Answer);

            Assert.Equal(Shapes.Ids.Take(7), (await ShapeProgram.RunAsync(server, shape, reader, maxItems: 7)).Ids);
            Assert.Equal(2, server.Requests.Count);
            Assert.Equal(Shapes.Ids.Take(10), (await ShapeProgram.RunAsync(server, shape, reader, maxItems: 10)).Ids);
            Assert.Equal(4, server.Requests.Count);
        }
    }

    [Theory]
    [InlineData("/jira", "maxResults=1")]
    [InlineData("/digitalocean", "per_page=2")]
    [InlineData("/spring", "size=1")]
    [InlineData("/gitlab", "per_page=1")]
    [InlineData("/elasticsearch/search", "{\"size\":1}")]
    [InlineData("/spotify", "")]
    public async Task A_total_is_asked_for_with_the_smallest_page(string shape, string sent)
    {
        await using var server = new PageServer(Shapes.Answer);

        Assert.Equal(Shapes.Count, await ShapeProgram.CountAsync(server, shape));
        var request = Assert.Single(server.Requests);
        Assert.Equal(sent, request.Url.Query.TrimStart('?') + request.Body);
    }

    [Fact]
    public async Task A_total_that_the_document_does_not_name_cannot_be_asked_for()
    {
        await using var server = new PageServer(Shapes.Answer);

        await Assert.ThrowsAsync<InvalidOperationException>(() => ShapeProgram.CountAsync(server, "/github"));
        Assert.Empty(server.Requests);
    }

    // Behind the third item of the page.
    private static PageAnswer Cut(PageAnswer answer) => answer with { CutAt = answer.Body.IndexOf("i14", StringComparison.Ordinal) };
}
