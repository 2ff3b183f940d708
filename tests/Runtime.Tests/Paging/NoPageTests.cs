using Kiln.Runtime.Contracts;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Sample;

namespace Kiln.Runtime.Tests.Paging;

/// <summary>A body that is no page is an error for every reader and in every mode: it must not pass for an empty last page.</summary>
public sealed class NoPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{}", "$.pagination")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    [InlineData("\"page\"", "$")]
    [InlineData("""{"errors":[{"code":1}]}""", "$")]
    [InlineData("""{"message":"try later"}""", "$")]
    [InlineData("""{"data":[]}""", "$.pagination")]
    [InlineData("""{"data":[],"pagination":null}""", "$.pagination")]
    [InlineData("""{"data":[],"pagination":[]}""", "$.pagination")]
    [InlineData("""{"data":[],"pagination":7}""", "$.pagination")]
    [InlineData("""{"data":[],"pagination":{"nextCursor":{},"totalItems":0}}""", "$.pagination.nextCursor")]
    [InlineData("""{"data":[],"pagination":{"nextCursor":[],"totalItems":0}}""", "$.pagination.nextCursor")]
    [InlineData("""{"data":{},"pagination":{"totalItems":0}}""", "$.data")]
    [InlineData("""{"data":"none","pagination":{"totalItems":0}}""", "$.data")]
    [InlineData("""{"data":[],"data":7,"pagination":{"totalItems":0}}""", "$.data")]
    [InlineData("""{"data":[],"data":null,"pagination":{"totalItems":0}}""", "$.data")]
    [InlineData("""{"data":null,"data":[],"pagination":{"totalItems":0}}""", "$.data")]
    [InlineData("""{"data":[],"pagination":{"totalItems":0},"pagination":{"totalItems":0}}""", "$.pagination")]
    [InlineData("""{"data":[],"pagination":{"nextCursor":"a","nextCursor":"b","totalItems":0}}""", "$.pagination.nextCursor")]
    public async Task It_is_an_error_for_every_reader(string body, string path)
    {
        await using var server = await TestServer.JsonAsync(body);
        foreach (var options in new[] { new ReadOptions(), new ReadOptions { OnViolation = _ => { } }, new ReadOptions { Mode = ContractMode.Strict } })
        {
            var pages = server.Events(options).GetAllAsync();
            foreach (var read in Readers(server.Events(options), pages))
            {
                var e = await Assert.ThrowsAnyAsync<ResponseBodyException>(read);

                Assert.Equal(path, e.Path);
                Assert.Equal(200, e.StatusCode);
            }
        }
    }

    [Theory]
    [InlineData("""{"pagination":{"totalItems":0}}""")]
    [InlineData("""{"data":null,"pagination":{"totalItems":0}}""")]
    [InlineData("""{"data":[],"pagination":{"nextCursor":null,"totalItems":0}}""")]
    [InlineData("""{"data":[],"pagination":{"nextCursor":null,"totalItems":0},"news":[]}""")]
    public async Task An_optional_list_may_be_missing_or_null(string body)
    {
        await using var server = await TestServer.JsonAsync(body);
        var pages = server.Events().GetAllAsync();

        Assert.Empty(await pages.ToListAsync(Token));
        Assert.Empty(await pages.AsJsonAsync(Token).ToListAsync(Token));
        Assert.Empty(Assert.Single(await pages.ByPageAsync(Token).ToListAsync(Token)).Items);
        Assert.Equal(0, await server.Events().CountAsync(cancellationToken: Token));
    }

    [Fact]
    public async Task A_count_that_is_not_there_is_an_error_and_not_zero()
    {
        await using var server = await TestServer.JsonAsync("""{"pagination":{}}""");

        Assert.Equal("$.pagination.totalItems", (await Assert.ThrowsAnyAsync<ResponseBodyException>(() => server.Events().CountAsync(cancellationToken: Token))).Path);
    }

    [Fact]
    public async Task A_single_call_is_tolerant_as_before()
    {
        await using var server = await TestServer.JsonAsync("{}");

        Assert.Null((await server.Events().GetAsync(cancellationToken: Token)).Data);
    }

    private static IEnumerable<Func<Task>> Readers(EventsRequestBuilder events, Pages<Sample.Models.ThreatEventPage, Sample.Models.ThreatEvent> pages) =>
    [
        () => pages.ToListAsync(Token).AsTask(),
        () => pages.WithPrefetch(2).ToListAsync(Token).AsTask(),
        () => pages.AsJsonAsync(Token).ToListAsync(Token).AsTask(),
        () => pages.ByPageAsync(Token).ToListAsync(Token).AsTask(),
        () => events.CountAsync(cancellationToken: Token),
    ];
}
