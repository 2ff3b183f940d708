using System.Text;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using Sample.Models;

namespace Kiln.Runtime.Tests.Responses;

/// <summary>Bodies are read by what arrives, whatever the content type says.</summary>
public class MediaTypeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.github.star+json")]
    [InlineData("application/problem+json")]
    [InlineData("text/json")]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    [InlineData("text/html")] // by services that say nothing themselves
    [InlineData("not a media type")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Json_is_read_as_json_whatever_it_is_called(string? contentType)
    {
        var page = await ReadAsync(contentType, Json.Page(null, "1"), BodyType.Json(WireType.Model<ThreatEventPage>()));

        Assert.Equal("1", Assert.Single(page.Data!).Id);
    }

    [Theory]
    [InlineData("application/json", "\"a\"", "a")]
    [InlineData("text/json", "\"a\"", "a")]
    [InlineData("text/plain", "\"a\\n\"", "a\n")]
    [InlineData("text/plain", " \"a \\\" b\" \n", "a \" b")]
    [InlineData("application/octet-stream", "\"a\"", "a")]
    [InlineData("text/plain", "a", "a")]
    [InlineData("text/plain; charset=iso-8859-1", "a", "a")]
    [InlineData("TEXT/PLAIN", " a\n", " a\n")]
    [InlineData("text/plain", "", "")]
    [InlineData("text/plain", "7", "7")]
    [InlineData("text/plain", "null", "null")]
    [InlineData("text/plain", "{\"a\":1}", "{\"a\":1}")]
    [InlineData("text/plain", "\"a\" and \"b\"", "\"a\" and \"b\"")]
    [InlineData("text/plain", "\"a", "\"a")]
    [InlineData("text/plain", "\"a\\\"", "\"a\\\"")]
    [InlineData("text/plain", "\"", "\"")]
    [InlineData("text/csv", "a,b", "a,b")]
    [InlineData("text/plain", "<html>as text</html>", "<html>as text</html>")]
    public async Task A_string_is_in_quotes_or_the_text_itself(string contentType, string body, string expected)
    {
        Assert.Equal(expected, await ReadAsync(contentType, body, BodyType.Json(WireType.String)));
    }

    [Theory]
    [InlineData("application/json", "a", "that cannot be read")]
    [InlineData(null, "a", "that cannot be read")]
    [InlineData("text/html", "<html><head><title>Sign in</title>", "that is an HTML page titled 'Sign in', where JSON was expected")]
    [InlineData("application/json", "", "that is empty")]
    public async Task Other_text_is_no_string(string? contentType, string body, string problem)
    {
        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => ReadAsync(contentType, body, BodyType.Json(WireType.String)));

        Assert.Contains("with a body " + problem, e.Message);
        Assert.Equal(body, e.BodyText);
    }

    [Theory]
    [InlineData("text/html", "<!DOCTYPE html>\n<html><head><TITLE lang='en'>\n Sign &amp;\tin </TITLE></head>", "an HTML page titled 'Sign & in', where JSON was expected. It begins: <!DOCTYPE html> <html>")]
    [InlineData("application/json", "\n <!doctype HTML><title>a\u001b[2Jb</title>", "an HTML page titled 'a\\u001b[2Jb', where JSON was expected")]
    [InlineData("application/json", "<html>no title</html>", "an HTML page, where JSON was expected")]
    [InlineData("application/xhtml+xml", "<?xml version='1.0'?><html/>", "an HTML page, where JSON was expected")]
    [InlineData("text/html", "Service Unavailable", "an HTML page, where JSON was expected. It begins: Service Unavailable")]
    [InlineData("text/html", "<title>unclosed", "an HTML page, where JSON was expected")]
    [InlineData("text/html", "<title", "an HTML page, where JSON was expected")]
    [InlineData("application/xml", "<Error><Code>7</Code></Error>", "XML, where JSON was expected. It begins: <Error>")]
    public async Task Html_and_xml_in_place_of_json_are_named(string contentType, string body, string problem)
    {
        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => ReadAsync(contentType, body, BodyType.Json(WireType.Model<ThreatEventPage>())));

        Assert.Contains("answered 200 OK with a body that is " + problem, e.Message);
        Assert.Equal((200, body, contentType), (e.StatusCode, e.BodyText, e.ContentType));
    }

    [Fact]
    public async Task A_title_is_bounded()
    {
        var e = await Assert.ThrowsAsync<ResponseBodyException>(
            () => ReadAsync("text/html", $"<title>{new string('a', 10_000)}</title>", BodyType.Json(WireType.Model<ThreatEventPage>())));

        Assert.InRange(e.Message.Length, 200, 700);
    }

    [Fact]
    public async Task A_title_does_not_repeat_a_secret()
    {
        await using var server = await TestServer.StartAsync(200, "text/html", "<title>Welcome, Bearer s3cret-token</title>");
        var request = new RequestInformation { HttpMethod = Method.GET, URI = server.Url };
        request.Headers.Add("Authorization", "Bearer s3cret-token");

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => server.Adapter().SendAsync(request, BodyType.Json(WireType.Int32), new(), Token));

        Assert.DoesNotContain("s3cret", e.ToString());
    }

    [Fact]
    public async Task The_type_of_another_body_is_named()
    {
        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => ReadAsync("text/csv", "a,b", BodyType.Json(WireType.Model<ThreatEventPage>())));

        Assert.Contains("with a body of the type text/csv that cannot be read", e.Message);
    }

    [Fact]
    public async Task A_page_of_a_walk_that_is_html_is_named_too()
    {
        await using var server = await TestServer.StartAsync(200, "text/html", "<html><title>Sign in</title></html>");

        var e = await Assert.ThrowsAsync<ResponseBodyException>(async () =>
        {
            await foreach (var item in server.Events().GetAllAsync().WithCancellation(Token))
                Assert.Fail("An item of an HTML page: " + item);
        });

        Assert.Contains("titled 'Sign in'", e.Message);
    }

    [Theory]
    [InlineData("application/xml", "<?xml version=\"1.0\" encoding='ISO-8859-1'?><a>\u00e9</a>", "iso-8859-1")]
    [InlineData("application/xml; charset=utf-8", "<?xml version=\"1.0\" encoding='ISO-8859-1'?><a>\u00e9</a>", "utf-8")]
    [InlineData("application/xml", "<?xml version=\"1.0\"?><a encoding='ISO-8859-1'>\u00e9</a>", "utf-8")]
    [InlineData("application/xml", "<?xml version=\"1.0\" encoding='utf-16'?><a>\u00e9</a>", "utf-8")]
    [InlineData("application/xml", "<?xml version=\"1.0\" encoding", "utf-8")]
    [InlineData("image/svg+xml", "\ufeff<svg>\u00e9</svg>", "utf-16")]
    [InlineData("text/xml", "\ufeff<a>\u00e9</a>", "utf-16BE")]
    [InlineData(null, "\ufeff\u00e9", "utf-8")]
    public async Task Xml_is_text_in_the_charset_that_it_declares(string? contentType, string text, string charset)
    {
        await using var server = await TestServer.StartAsync(200, contentType, Encoding.GetEncoding(charset).GetBytes(text));

        var read = await server.Adapter().SendAsync(new() { HttpMethod = Method.GET, URI = server.Url }, BodyType.String, new ErrorMap(), Token);

        Assert.Equal(text.TrimStart('\ufeff'), read);
    }

    private static async Task<T> ReadAsync<T>(string? contentType, string body, BodyType<T> type)
    {
        await using var server = await TestServer.StartAsync(200, contentType, body);
        return await server.Adapter().SendAsync(new() { HttpMethod = Method.GET, URI = server.Url }, type, new ErrorMap(), Token);
    }
}
