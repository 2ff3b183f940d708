using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.AspNetCore.Http;
using Sample;

namespace Kiln.Runtime.Tests.Responses;

public class BodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_reason_and_headers_come_beside_the_body()
    {
        await using var server = await TestServer.StartAsync(200, "application/json", Json.Page(null, "1"), h =>
        {
            h.Server = "nginx";
            h["X-Rate-Limit"] = "100";
            h["X-Many"] = new(["a", "b"]);
        });

        var response = await server.Events().GetWithResponseAsync(cancellationToken: Token);

        Assert.Equal((200, "OK"), (response.StatusCode, response.ReasonPhrase));
        Assert.Equal(("nginx", 100), (response.Headers.Server, response.Headers.RateLimit));
        Assert.Equal(["a", "b"], response.AllHeaders["x-many"]);
        Assert.Equal("a, b", response.AllHeaders.Get("X-Many", WireType.String));
        Assert.Equal("application/json", response.AllHeaders.Get("Content-Type", WireType.String));
        Assert.Null(response.AllHeaders.Get("X-Many", WireType.Int32));
        Assert.Null(response.AllHeaders.Get("X-None", WireType.String));
        Assert.Same(response.AllHeaders, response.Headers.All);
        Assert.Equal("1", Assert.Single(response.Body.Data!).Id);
    }

    [Theory]
    [InlineData(200, "application/json", "", "that is empty")]
    [InlineData(200, "application/json", " \r\n", "that is empty")]
    [InlineData(204, null, "", "that is empty")]
    [InlineData(200, "text/html", "<html>login</html>", "It begins: <html>login</html>")]
    [InlineData(200, "application/json", "{\"data\":[", "$.data")]
    [InlineData(200, "application/json", "[]", "expected an object, found a list")]
    [InlineData(200, "application/json", "null", "expected an object, found null")]
    public async Task A_body_that_cannot_be_read_says_why(int status, string? contentType, string body, string message)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            return status == 204 ? Task.CompletedTask : context.Response.WriteAsync(body);
        });

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.Equal(status, e.StatusCode);
        Assert.Contains(message, e.Message);
        Assert.StartsWith($"GET {server.Url}web/api/v2.1/threats/1/explore/events answered {status}", e.Message);
    }

    [Fact]
    public async Task The_place_of_the_trouble_is_told()
    {
        var body = Json.Page(null, "1", "2").Replace("\"id\":\"2\"", "\"id\":#");
        await using var server = await TestServer.JsonAsync(body);

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.Equal("$.data[1].id", e.Path);
        Assert.InRange(e.ByteOffset!.Value, body.IndexOf('#') - 1, body.IndexOf('#'));
        Assert.Equal(body, e.BodyText);
    }

    [Fact]
    public async Task Strict_mode_throws_for_all_calls_or_for_one()
    {
        await using var server = await TestServer.JsonAsync("""{"pagination":{"totalItems":"3"}}""");
        var strict = new ReadOptions { Mode = ContractMode.Strict };

        var e = await Assert.ThrowsAsync<ContractViolationException>(() => server.Events(strict).GetAsync(cancellationToken: Token));
        Assert.Equal(new("$.pagination.totalItems", "an integer of 64 bits", "string \"3\""), e.Violation);
        Assert.Equal(("$.pagination.totalItems", 200), (e.Path, e.StatusCode));
        Assert.IsAssignableFrom<ResponseBodyException>(e);

        await Assert.ThrowsAsync<ContractViolationException>(() => server.Events().GetAsync(r => r.Options.Add(strict), Token));
        Assert.Equal(3, await server.Events().CountAsync(cancellationToken: Token));
        Assert.Equal(3, await server.Events(strict).CountAsync(r => r.Options.Add(ReadOptions.Default), Token));
    }

    [Fact]
    public async Task Violations_are_reported_and_reading_goes_on()
    {
        await using var server = await TestServer.JsonAsync("""{"pagination":{"totalItems":"3"}}""");
        var seen = new List<string>();

        await server.Events(new ReadOptions { OnViolation = v => seen.Add(v.Path) }).GetAsync(cancellationToken: Token);

        Assert.Equal(["$.pagination.totalItems"], seen);
    }

    [Fact]
    public async Task A_body_that_announces_too_much_is_not_read()
    {
        await using var server = await TestServer.StartAsync(200, "application/json", Json.Page(null, "1"), h => h.ContentLength = Json.Page(null, "1").Length);

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events(new ReadOptions { MaxBodyBytes = 20 }).GetAsync(cancellationToken: Token));

        Assert.Contains("more than the 20 that are allowed", e.Message);
        Assert.Equal("", e.BodyText);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public async Task A_body_that_grows_too_large_is_left(int spare, bool fits)
    {
        var body = Json.Page(null, [.. Enumerable.Range(0, 500).Select(i => i.ToString())]);
        await using var server = await TestServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync(body[..1000]);
            await context.Response.Body.FlushAsync();
            await context.Response.WriteAsync(body[1000..]);
        });
        var events = server.Events(new ReadOptions { MaxBodyBytes = body.Length + spare });

        if (fits)
        {
            Assert.Equal(500, (await events.GetAsync(cancellationToken: Token)).Data!.Count);
            return;
        }
        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => events.GetAsync(cancellationToken: Token));
        Assert.Equal((true, body.Length - 1), (e.IsBodyTruncated, e.BodyText.Length));
    }

    [Fact]
    public async Task A_large_body_is_read_whole()
    {
        var ids = Enumerable.Range(0, 60_000).Select(i => i.ToString()).ToArray();
        await using var server = await TestServer.JsonAsync(Json.Page(null, ids));

        Assert.Equal(ids, (await server.Events().GetAsync(cancellationToken: Token)).Data!.Select(e => e.Id));
    }

    [Fact]
    public async Task Without_an_answer_the_exception_of_http_comes_through()
    {
        var url = await UnusedUrlAsync();
        var adapter = new Kiln.Runtime.Requests.ServiceRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider(), url);

        await Assert.ThrowsAsync<HttpRequestException>(() => new SampleClient(adapter).Threats["1"].GetAsync(cancellationToken: Token));
    }

    [Theory]
    [InlineData("application/json; charset=utf-16", "utf-16")]
    [InlineData("application/json; charset=iso-8859-1", "iso-8859-1")]
    [InlineData("application/json; charset=us-ascii", "utf-8")]
    [InlineData("text/plain", "utf-8")]
    [InlineData(null, "utf-8")]
    public async Task Json_is_read_in_its_charset(string? contentType, string encoding)
    {
        await using var server = await TestServer.StartAsync(200, contentType, Encoding.GetEncoding(encoding).GetBytes(Json.Page("é", "ü")));

        var page = await server.Events().GetAsync(cancellationToken: Token);

        Assert.Equal(("é", "ü"), (page.Pagination.NextCursor, page.Data![0].Id));
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        await using var server = await TestServer.StartAsync(200, "application/json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Json.Page(null, "1"))]);

        Assert.Single((await server.Events().GetAsync(cancellationToken: Token)).Data!);
    }

    [Theory]
    [InlineData("application/json; charset=nonsense", "charset that is not known")]
    [InlineData("application/json; charset=utf-16", "not of its declared charset")]
    public async Task A_charset_that_is_wrong_is_a_body_exception(string contentType, string message)
    {
        await using var server = await TestServer.StartAsync(200, contentType, [0x00, 0xD8, 0x00]);

        Assert.Contains(message, (await Assert.ThrowsAsync<ResponseBodyException>(() => server.Events().GetAsync(cancellationToken: Token))).Message);
    }

    [Fact]
    public async Task Text_bytes_and_streams_are_bodies_too()
    {
        await using var server = await TestServer.StartAsync(200, "text/csv; charset=iso-8859-1", [0x66, 0xFC, 0x72]);

        Assert.Equal("für", await server.Events().GetTextAsync(cancellationToken: Token));
        Assert.Equal([0x66, 0xFC, 0x72], await server.Events().GetBytesAsync(cancellationToken: Token));
        await using var stream = await server.Events().GetStreamAsync(cancellationToken: Token);
        Assert.Equal(0x66, stream.ReadByte());
    }

    [Fact]
    public async Task Streams_and_errors_go_together()
    {
        await using var server = await TestServer.StartAsync(404, "text/plain", "gone");

        Assert.Equal("gone", (await Assert.ThrowsAsync<ServiceException>(() => server.Events().GetStreamAsync(cancellationToken: Token))).BodyText);
    }

    [Fact]
    public async Task A_body_where_none_was_expected_is_ignored()
    {
        await using var server = await TestServer.StartAsync(200, "text/html", "<html>");

        await server.Events().PostAsync(new(), cancellationToken: Token);

        Assert.Equal("POST", Assert.Single(server.Requests).Method);
    }

    [Fact]
    public async Task A_request_can_be_sent_twice()
    {
        await using var server = await TestServer.JsonAsync(Json.Page(null, "1"));
        var request = server.Events().ToGetRequestInformation();
        var adapter = server.Adapter();

        for (var i = 0; i < 2; i++)
            Assert.Equal(Json.Page(null, "1"), await Kiln.Runtime.Requests.RequestAdapterExtensions.SendAsync(adapter, request, BodyType.String, new ErrorMap(), Token));
    }

    /// <summary>A port that was just free; nobody listens there.</summary>
    private static async Task<Uri> UnusedUrlAsync()
    {
        await using var server = await TestServer.JsonAsync("");
        return server.Url;
    }
}
