using System.IO.Compression;
using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Microsoft.AspNetCore.Http;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Support;

namespace SentinelOne.ThreatEvents.Tests.Errors;

/// <summary>The status says success and the body does not.</summary>
public class UnreadableBodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Bodies.Json, """{"data":[{"id":"1"},{"id":"2""", "$.data[1].id")]
    [InlineData(Bodies.Json, """{"data":[{"id":"1"},""", "$.data[0]")]
    [InlineData(Bodies.Json, """{"data":[{"id":'1'}]}""", "$.data[0].id")]
    [InlineData(Bodies.Json, """{"data":[]}{"data":[]}""", "$")]
    [InlineData(Bodies.Json, """[{"id":"1"}]""", "$")]
    [InlineData(Bodies.Json, "null", "$")]
    [InlineData(Bodies.Json, "", null)]
    [InlineData(Bodies.Json, " \r\n", null)]
    [InlineData(Bodies.Html, "<!doctype html>\n<title>Sign in</title>", null)]
    public async Task What_was_received_is_in_the_exception(string contentType, string body, string? path)
    {
        await using var console = await ScriptedConsole.Always(200, contentType, body, ("X-RQID", "7f4"));

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => console.Events().GetAsync(cancellationToken: Token));

        Assert.Equal((200, "OK", contentType, "7f4"), (e.StatusCode, e.ReasonPhrase, e.ContentType, e.Headers.Get("X-RQID", WireType.String)));
        Assert.Equal((body.Trim(), path), (e.BodyText.Trim(), e.Path));
        Assert.False(e.IsBodyTruncated);
        Assert.StartsWith($"GET {console.Address}web/api/v2.1/threats/", e.Message);
    }

    [Fact]
    public async Task Every_way_to_call_throws_it()
    {
        await using var console = await ScriptedConsole.Always(200, Bodies.Html, "<title>Sign in</title>");
        var events = console.Events();
        Func<Task>[] calls =
        [
            () => events.GetAsync(cancellationToken: Token),
            () => events.GetWithResponseAsync(cancellationToken: Token),
            () => events.CountAsync(cancellationToken: Token),
            () => events.GetAllAsync().ToListAsync(Token).AsTask(),
            () => events.GetAllAsync().AsJsonAsync(Token).ToListAsync(Token).AsTask(),
        ];

        foreach (var call in calls)
            Assert.Equal("<title>Sign in</title>", (await Assert.ThrowsAsync<ResponseBodyException>(call)).BodyText);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_told_with_what_had_come()
    {
        const string Half = """{"data":[{"id":"1"},""";
        await using var console = await ScriptedConsole.StartAsync((_, context) =>
        {
            context.Response.ContentLength = 1000;
            return ScriptedConsole.Answer(context, 200, Bodies.Json, Encoding.UTF8.GetBytes(Half));
        });

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => console.Events().GetAsync(cancellationToken: Token));

        Assert.Equal((200, Half, true), (e.StatusCode, e.BodyText, e.IsBodyTruncated));
        Assert.Contains("broke off", e.Message);
    }

    [Fact]
    public async Task A_compressed_page_is_read_and_its_json_is_that_of_the_plain_one()
    {
        await using var console = await ScriptedConsole.StartAsync((_, context) => AnswerCompressed(context, Compress(ScriptedConsole.PageOf([Bodies.EventWith("id", "\"7\"")], next: null))));

        var page = await console.Events().GetAsync(cancellationToken: Token);
        var raw = await console.Events().GetAllAsync().AsJsonAsync(Token).SingleAsync(Token);

        Assert.Equal("7", Assert.Single(page.Data!).Id);
        Assert.Equal(Bodies.EventWith("id", "\"7\""), raw.GetRawText());
    }

    [Fact]
    public async Task A_compressed_error_is_typed()
    {
        await using var console = await ScriptedConsole.StartAsync((_, context) => AnswerCompressed(context, Compress(Bodies.Error(4030010, "Insufficient permissions", null)), 403));

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => console.Events().GetAsync(cancellationToken: Token));

        Assert.Equal((4030010, Bodies.Error(4030010, "Insufficient permissions", null)), (e.Error!.Errors[0].Code, e.BodyText));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Broken_compression_is_told_and_no_foreign_exception(bool isCut)
    {
        byte[] body = isCut ? Compress(ScriptedConsole.PageOf(Sample.Events.Take(100).Select(e => e.GetRawText()), next: null))[..2000] : "{\"data\":[]}"u8.ToArray();
        await using var console = await ScriptedConsole.StartAsync((_, context) => AnswerCompressed(context, body));

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => console.Events().GetAsync(cancellationToken: Token));

        Assert.Equal(200, e.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        await using var console = await ScriptedConsole.WithSample();

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => console.Events(new ReadOptions { MaxBodyBytes = 5000 }).GetAsync(cancellationToken: Token));

        Assert.Equal((200, true, 5000), (e.StatusCode, e.IsBodyTruncated, Encoding.UTF8.GetByteCount(e.BodyText)));
    }

    private static Task AnswerCompressed(HttpContext context, byte[] body, int status = 200)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        return ScriptedConsole.Answer(context, status, Bodies.Json, body);
    }

    private static byte[] Compress(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }
}
