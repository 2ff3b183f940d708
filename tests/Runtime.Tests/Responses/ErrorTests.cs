using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions;
using Sample.Models;

namespace Kiln.Runtime.Tests.Responses;

public class ErrorTests
{
    private const string Body = """{"errors":[{"code":4010010,"detail":null,"title":"Authentication Failed"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_typed_error_has_all_that_came()
    {
        await using var server = await TestServer.StartAsync(401, "application/json; charset=utf-8", Body, h => h["X-Request-Id"] = "r1");

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => server.Events().GetAsync(r => r.QueryParameters.Cursor = "secret", Token));

        Assert.Equal((4010010, "Authentication Failed"), (e.Error!.Errors[0].Code, e.Error.Errors[0].Title));
        Assert.Equal((401, "Unauthorized", Body, false), (e.StatusCode, e.ReasonPhrase, e.BodyText, e.IsBodyTruncated));
        Assert.Equal("application/json; charset=utf-8", e.ContentType);
        Assert.Equal(Method.GET, e.Method);
        Assert.Equal("?cursor=secret", e.RequestUri!.Query);
        Assert.Equal("r1", e.Headers.Get("x-request-id", WireType.String));
        Assert.Equal($"GET {server.Url}web/api/v2.1/threats/1/explore/events answered 401 Unauthorized: {Body}", e.Message);
        Assert.DoesNotContain("secret", e.Message);
    }

    [Fact]
    public async Task Kiotas_own_members_are_filled_too()
    {
        await using var server = await TestServer.StartAsync(400, "application/json", Body, h => h["X-Request-Id"] = "r1");

        var e = await Assert.ThrowsAnyAsync<ApiException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.Equal(400, e.ResponseStatusCode);
        Assert.Equal(["r1"], e.ResponseHeaders["x-request-id"]);
        Assert.Equal(["application/json"], e.ResponseHeaders["content-type"]);
    }

    // System.Uri refuses to give parts of a URL that it must not change.
    [Fact]
    public async Task A_path_with_an_encoded_full_stop_is_in_the_message()
    {
        await using var server = await TestServer.StartAsync(404, "text/plain", "none");
        var request = server.Events().ToGetRequestInformation();
        request.URI = new Uri($"{server.Url}a%2Fb/%2E%2E?secret=1", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

        var e = await Assert.ThrowsAsync<ServiceException>(() => server.Adapter().SendAsync(request, BodyType.String, new ErrorMap(), Token));

        Assert.Equal($"GET {server.Url}a%2Fb/%2E%2E answered 404 Not Found: none", e.Message);
    }

    [Theory]
    [InlineData(404, typeof(ServiceException))]
    [InlineData(304, typeof(ServiceException))]
    [InlineData(500, typeof(ErrorResponseException))]
    [InlineData(502, typeof(ErrorResponseException))]
    public async Task The_map_decides_the_type(int status, Type type)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var e = await Assert.ThrowsAnyAsync<ServiceException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.IsType(type, e);
        Assert.Equal((status, ""), (e.StatusCode, e.BodyText));
    }

    [Theory]
    [InlineData(418, "exact")]
    [InlineData(419, "class")]
    [InlineData(503, "default")]
    [InlineData(302, "default")]
    public async Task The_closest_entry_of_a_map_counts(int status, string expected)
    {
        var errors = new ErrorMap();
        foreach (var (key, name) in new[] { ("default", "default"), ("4xx", "class"), ("418", "exact") })
            errors[key] = ErrorBody.Create(WireType.String, (context, _) => new ServiceException<string>(context, name));
        await using var server = await TestServer.StartAsync(status, null, "", h => h.RetryAfter = "0");
        var request = server.Events().ToGetRequestInformation();
        request.AddRequestOptions([new Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options.RedirectHandlerOption { MaxRedirect = 0 }]);

        var e = await Assert.ThrowsAsync<ServiceException<string>>(() => server.Adapter().SendAsync(request, BodyType.String, errors, Token));

        Assert.Equal(expected, e.Error);
    }

    [Theory]
    [InlineData("text/html", "<html>\r\n<head><title>429 Too Many Requests</title></head>\n</html>", "<html> <head><title>429 Too Many Requests</title></head> </html>")]
    [InlineData("application/json", "{\"message\":\"other envelope\"}", "{\"message\":\"other envelope\"}")]
    [InlineData("application/json", "[]", "[]")]
    [InlineData("application/json", "{\"errors\":", "{\"errors\":")]
    [InlineData(null, "plain", "plain")]
    public async Task A_body_of_another_shape_is_text(string? contentType, string body, string inMessage)
    {
        await using var server = await TestServer.StartAsync(500, contentType, body);

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.Null(e.Error);
        Assert.Equal(body, e.BodyText);
        Assert.EndsWith("answered 500 Internal Server Error: " + inMessage, e.Message);
    }

    [Fact]
    public async Task An_error_body_is_read_tolerantly_even_in_strict_mode()
    {
        await using var server = await TestServer.StartAsync(400, "application/json", """{"errors":[{"code":"4000010"},{"title":"no code"}]}""");

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => server.Events(new ReadOptions { Mode = ContractMode.Strict }).GetAsync(cancellationToken: Token));

        Assert.Equal([4000010, 0], e.Error!.Errors.Select(d => d.Code));
    }

    [Theory]
    [InlineData("text/plain; charset=iso-8859-1", new byte[] { 0x66, 0xFC, 0x72 })]
    [InlineData("text/plain; charset=\"utf-16\"", new byte[] { 0xFF, 0xFE, 0x66, 0, 0xFC, 0, 0x72, 0 })]
    [InlineData("text/plain; charset=utf-16BE", new byte[] { 0, 0x66, 0, 0xFC, 0, 0x72 })]
    [InlineData("text/plain; charset=nonsense", new byte[] { 0x66, 0xC3, 0xBC, 0x72 })]
    [InlineData("text/plain; charset=utf-7", new byte[] { 0x66, 0xC3, 0xBC, 0x72 })]
    [InlineData("text/plain", new byte[] { 0xEF, 0xBB, 0xBF, 0x66, 0xC3, 0xBC, 0x72 })]
    public async Task The_text_is_decoded_by_its_charset(string contentType, byte[] body)
    {
        await using var server = await TestServer.StartAsync(500, contentType, body);

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.Equal("für", e.BodyText);
    }

    [Fact]
    public async Task A_typed_error_is_read_from_another_charset()
    {
        await using var server = await TestServer.StartAsync(400, "application/json; charset=utf-16", Encoding.Unicode.GetBytes(Body));

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.Equal(4010010, e.Error!.Errors[0].Code);
    }

    [Fact]
    public async Task Binary_makes_a_readable_message()
    {
        await using var server = await TestServer.StartAsync(500, "application/octet-stream", [0, 1, 2, 0x1B, 0xFF, 0xFE, (byte)'x', 7, (byte)'y']);

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.DoesNotContain(e.Message, char.IsControl);
        Assert.EndsWith(@"\u0000\u0001\u0002\u001b��x\u0007y", e.Message);
    }

    [Fact]
    public async Task A_huge_body_is_cut_at_a_mebibyte()
    {
        // Two bytes a character, and one before them, so that the cut falls into a character.
        await using var server = await TestServer.StartAsync(500, "text/plain", "x" + new string('é', 2 * 1024 * 1024));

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.True(e.IsBodyTruncated);
        Assert.Equal(1 + (1024 * 1024 - 1) / 2, e.BodyText.Length);
        Assert.DoesNotContain('\uFFFD', e.BodyText);
        Assert.InRange(e.Message.Length, 300, 500);
    }

    [Fact]
    public async Task An_error_body_that_breaks_off_is_still_that_error()
    {
        await using var server = new FaultServer(Reply.Head("500 Oops", "Content-Length: 1000").Then("half").Close());

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.Equal((500, "half", true), (e.StatusCode, e.BodyText, e.IsBodyTruncated));
    }

    [Fact]
    public async Task A_service_that_stays_busy_ends_in_its_last_answer()
    {
        await using var server = await TestServer.StartAsync(503, "text/html", "<h1>busy</h1>", h => h.RetryAfter = "0");

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => server.Events().GetAsync(cancellationToken: Token));

        Assert.Equal((503, "<h1>busy</h1>", 4), (e.StatusCode, e.BodyText, server.Requests.Count));
    }

    [Fact]
    public void Exceptions_can_be_made_for_tests_of_callers()
    {
        var e = new ErrorResponseException(new ResponseDetails { StatusCode = 404, ReasonPhrase = "Not Found" }, new ErrorResponse());

        Assert.Equal("GET the request answered 404 Not Found", e.Message);
    }
}
