using System.Text;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Tests.Responses;

public class ResponseStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_what_the_headers_say()
    {
        await using var server = await TestServer.StartAsync(200, "text/csv; header=present", "a,b", h =>
        {
            h.ContentDisposition = "attachment; filename=\"report.csv\"";
            h.ContentLength = 3;
            h["X-Rows"] = "1";
        });

        await using var stream = await server.Events().GetStreamAsync(cancellationToken: Token);

        Assert.Equal((200, "text/csv; header=present", 3L, "report.csv"), (stream.StatusCode, stream.ContentType, stream.ContentLength, stream.FileName));
        Assert.Equal(["1"], stream.Headers["X-Rows"]);
        Assert.Null(stream.Location);
        Assert.Equal("a,b", await new StreamReader(stream).ReadToEndAsync(Token));
    }

    [Fact]
    public async Task A_body_of_unknown_length_has_none()
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("a");
            await context.Response.Body.FlushAsync();
            await context.Response.WriteAsync("b");
        });

        await using var stream = await server.Events().GetStreamAsync(cancellationToken: Token);

        Assert.Null(stream.ContentLength);
        Assert.Null(stream.FileName);
        Assert.Equal("ab", await new StreamReader(stream).ReadToEndAsync(Token));
    }

    [Theory]
    // RFC 6266, section 5, and RFC 8187
    [InlineData("Attachment; filename=example.html", "example.html")]
    [InlineData("INLINE; FILENAME= \"an example.html\"", "an example.html")]
    [InlineData("attachment; filename*= UTF-8''%e2%82%ac%20rates", "€ rates")]
    [InlineData("attachment; filename=\"EURO rates\"; filename*=utf-8''%e2%82%ac%20rates", "€ rates")]
    [InlineData("attachment; filename*=utf-8'de'%e2%82%ac.txt; filename=\"EURO\"", "€.txt")]
    [InlineData("attachment; filename*=iso-8859-1''%A3.txt", "£.txt")]
    [InlineData("attachment; filename=\"a;b \\\"c\\\" = d.txt\"; size=3", "a;b c = d.txt")]
    [InlineData("attachment; size=3; filename=a.txt", "a.txt")]
    // what is malformed
    [InlineData("attachment; filename*=utf-8''%e2%82; filename=a.txt", "a.txt")]
    [InlineData("attachment; filename*=utf-8''%zz; filename=a.txt", "a.txt")]
    [InlineData("attachment; filename*=utf-7''a; filename=a.txt", "a.txt")]
    [InlineData("attachment; filename*=a.txt", null)]
    [InlineData("attachment; filename=\"unclosed.txt", "unclosed.txt")]
    [InlineData("attachment; filename=", null)]
    [InlineData("attachment; filename", null)]
    [InlineData("attachment;;; filename=a.txt", "a.txt")]
    [InlineData("filename=a.txt", null)]
    [InlineData("attachment; xfilename=a.txt", null)]
    [InlineData("attachment", null)]
    [InlineData("", null)]
    // what would leave the folder, or is no name of a file
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"C:\\\\Users\\\\a.txt\"", "a.txt")]
    [InlineData("attachment; filename=\"C:\\Users\\a.txt\"", "a.txt")]
    [InlineData("attachment; filename*=UTF-8''..%2F..%5Ca.txt", "a.txt")]
    [InlineData("attachment; filename=\"a/\"", null)]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; filename=\" . \"", null)]
    [InlineData("attachment; filename=\".bashrc\"", "bashrc")]
    [InlineData("attachment; filename=\"a.txt. .\"", "a.txt")]
    [InlineData("attachment; filename=\"a.txt:evil?<>*|\"", "a.txtevil")]
    [InlineData("attachment; filename*=UTF-8''a%00b%0d%0a%1b.txt", "ab.txt")]
    [InlineData("attachment; filename*=UTF-8''a%e2%80%aetxt.exe", "atxt.exe")]
    [InlineData("attachment; filename=\"con.txt\"", "_con.txt")]
    [InlineData("attachment; filename=LPT1", "_LPT1")]
    [InlineData("attachment; filename=\"nul .tar.gz\"", "_nul .tar.gz")]
    [InlineData("attachment; filename*=UTF-8''%2F; filename=a.txt", "a.txt")]
    public void The_file_name_is_safe(string header, string? name)
    {
        using var stream = new ResponseStream(Stream.Null, 200, new([new("Content-Disposition", [header])]));

        Assert.Equal(name, stream.FileName);
    }

    [Fact]
    public void A_long_file_name_is_cut_before_its_extension()
    {
        using var stream = new ResponseStream(Stream.Null, fileName: new string('a', 500) + ".tar");

        Assert.Equal(new string('a', 196) + ".tar", stream.FileName);
        using var wide = new ResponseStream(Stream.Null, fileName: string.Concat(Enumerable.Repeat("😀", 300)) + ".x");
        Assert.InRange(Encoding.UTF8.GetByteCount(wide.FileName!), 150, 200);
        Assert.EndsWith("😀.x", wide.FileName);
    }

    [Fact]
    public async Task A_file_name_in_utf8_is_read_over_the_wire()
    {
        // .NET's server sends Latin-1, as which the bytes of UTF-8 are written here.
        var raw = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("attachment; filename=\"größe.txt\""));
        var handler = new StubHandler((_, _) =>
        {
            var content = new ByteArrayContent([1]);
            content.Headers.TryAddWithoutValidation("Content-Disposition", raw);
            return new(System.Net.HttpStatusCode.OK) { Content = content };
        });
        var adapter = new ServiceRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider(), new("http://s.test"), new HttpClient(handler));

        await using var stream = await adapter.SendAsync(new() { HttpMethod = Method.GET, URI = new("http://s.test") }, BodyType.Stream, new(), Token);

        Assert.Equal("größe.txt", stream.FileName);
    }

    [Fact]
    public void Is_made_for_tests()
    {
        using var stream = new ResponseStream(new MemoryStream([1, 2, 3]), "image/png", "a b.png");

        Assert.Equal((200, "image/png", "a b.png", 3L), (stream.StatusCode, stream.ContentType, stream.FileName, stream.ContentLength));
        Assert.True(stream.CanRead);
        Assert.False(stream.CanSeek || stream.CanWrite);
        Assert.Equal(1, stream.ReadByte());
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position = 0);
        Assert.Throws<ArgumentNullException>("body", () => new ResponseStream(null!));
    }

    [Fact]
    public async Task A_redirect_that_is_documented_and_not_followed_has_its_location()
    {
        await using var server = await TestServer.StartAsync(302, "text/html", "<a>moved</a>", h => h.Location = "/file?sig=1");
        var responses = new ResponseMap<ResponseStream>(BodyType.Stream, 302);

        await using var stream = await server.Adapter().SendAsync(Request(server, r => r.FollowsRedirects = false), responses.Success, responses, Token);

        Assert.Equal((302, new Uri(server.Url, "/file?sig=1")), (stream.StatusCode, stream.Location));
        Assert.Equal("", await new StreamReader(stream).ReadToEndAsync(Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => stream.DownloadAsync(Stream.Null, cancellationToken: Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_redirect_that_is_followed_gives_the_body_behind_it()
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/file")
                await context.Response.WriteAsync("content");
            else
                context.Response.Redirect("/file");
        });
        var responses = new ResponseMap<ResponseStream>(BodyType.Stream, 302);

        await using var stream = await server.Adapter(new() { Mode = Kiln.Runtime.Contracts.ContractMode.Strict }).SendAsync(Request(server, null), responses.Success, responses, Token);

        Assert.Equal(200, stream.StatusCode);
        Assert.Equal("content", await new StreamReader(stream).ReadToEndAsync(Token));
    }

    [Fact]
    public async Task A_redirect_that_is_not_documented_is_an_error_that_says_who_did_not_follow()
    {
        await using var server = await TestServer.StartAsync(302, null, "", h => h.Location = "/file");

        var e = await Assert.ThrowsAsync<ServiceException>(() => server.Events().GetAsync(r => r.FollowsRedirects = false, Token));

        Assert.Equal((302, "/file"), (e.StatusCode, e.Headers["Location"][0]));
        Assert.Contains("the redirect is not followed: FollowsRedirects of its call is false", e.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("https://other.example/file", "it changes the scheme from http to https")]
    [InlineData("/", "after 5 redirects")]
    [InlineData("", "its Location is empty")]
    public async Task A_redirect_that_had_to_be_refused_is_no_empty_file(string location, string reason)
    {
        await using var server = await TestServer.StartAsync(302, null, "", h => h.Location = location);
        var responses = new ResponseMap<ResponseStream>(BodyType.Stream, 302);

        var e = await Assert.ThrowsAsync<ServiceException>(() => server.Adapter().SendAsync(Request(server, null), responses.Success, responses, Token));

        Assert.Contains("the redirect is not followed: " + reason, e.Message);
    }

    [Fact]
    public async Task A_redirect_beside_json_is_no_json()
    {
        await using var server = await TestServer.StartAsync(302, null, "", h => h.Location = "/file");
        var responses = new ResponseMap<int>(BodyType.Json(Kiln.Runtime.Wire.WireType.Int32), 200, 302);

        var e = await Assert.ThrowsAsync<ServiceException>(
            () => server.Adapter().SendAsync(Request(server, r => r.FollowsRedirects = false), responses.Success, responses, Token));

        Assert.Equal(302, e.StatusCode);
    }

    [Fact]
    public async Task A_redirect_of_a_call_that_returns_nothing_has_its_location_beside_it()
    {
        await using var server = await TestServer.StartAsync(303, null, "", h => h.Location = "/made");
        var responses = new ResponseMap<NoContent>(BodyType.None, 303);

        var response = await server.Adapter().SendWithResponseAsync(Request(server, r => r.FollowsRedirects = false), responses.Success, responses, Token);

        Assert.Equal((303, new Uri(server.Url, "/made")), (response.StatusCode, response.Location));
    }

    private static RequestInformation Request(TestServer server, Action<CallConfiguration<Sample.EventsQuery>>? configure) => server.Events().ToGetRequestInformation(configure);
}
