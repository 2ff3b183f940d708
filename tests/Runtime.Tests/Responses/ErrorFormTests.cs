using System.Text;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Responses.Problems;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Kiln.Runtime.Tests.Responses;

/// <summary>Errors of each form: what is read of a body, by its media type, and what else an exception has.</summary>
public class ErrorFormTests
{
    private const string Json = "application/json";
    private const string Html = "<html><title>Bad Gateway</title></html>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Json, "[\"a\",\"b\"]", "a|b")]
    [InlineData(Json, "[]", "")]
    [InlineData("application/vnd.x+json", "[\"a\"]", "a")]
    [InlineData("text/plain", "[\"a\"]", "a")]
    [InlineData(Json, "{\"message\":\"other\"}", null)]
    [InlineData(Json, "\"a\"", null)]
    [InlineData(Json, "null", null)]
    [InlineData(Json, "[\"a\"", null)]
    [InlineData("text/html", Html, null)]
    [InlineData("application/xml", "<errors/>", null)]
    [InlineData(Json, "", null)]
    public async Task A_list_is_read_and_other_bodies_are_null(string contentType, string body, string? expected)
    {
        var e = await ThrowAsync<ServiceException<List<string>>>(ErrorBody.Of(WireType.List(WireType.String)), contentType, body);

        Assert.Equal(expected, e.Error is null ? null : string.Join('|', e.Error));
        Assert.Equal(body, e.BodyText);
    }

    [Theory]
    [InlineData(Json, "7", 7L)]
    [InlineData("text/plain", "7", 7L)]
    [InlineData(Json, "null", null)]
    [InlineData(Json, "{}", null)]
    [InlineData("text/html", Html, null)]
    public async Task A_number_is_read_and_other_bodies_are_null(string contentType, string body, long? expected) =>
        Assert.Equal(expected, (await ThrowAsync<ServiceException<long?>>(ErrorBody.Of(WireType.Nullable(WireType.Int64)), contentType, body)).Error);

    [Theory]
    [InlineData(Json, "\"why\"", "why")]
    [InlineData("text/plain", "\"why\"", "why")]
    [InlineData("text/plain; charset=utf-8", "why", "why")]
    [InlineData(Json, "why", null)]
    [InlineData(Json, "{\"why\":1}", null)]
    [InlineData("text/html", Html, null)]
    [InlineData("text/xml", "<why/>", null)]
    public async Task A_string_in_JSON_may_come_as_text(string contentType, string body, string? expected) =>
        Assert.Equal(expected, (await ThrowAsync<ServiceException<string>>(ErrorBody.Of(WireType.String), contentType, body)).Error);

    [Theory]
    [InlineData("text/plain", "why", "why")]
    [InlineData("text/plain; charset=iso-8859-1", "wé", "wé")]
    [InlineData("text/html", Html, Html)]
    [InlineData("application/xml", "<why/>", "<why/>")]
    [InlineData("application/problem+xml", "<why/>", "<why/>")]
    [InlineData(null, "why", "why")]
    [InlineData(Json, "\"why\"", "why")]
    [InlineData(Json, "{\"why\":1}", null)]
    [InlineData("application/octet-stream", "why", null)]
    [InlineData("text/plain", "", null)]
    public async Task A_text_is_what_came_as_one(string? contentType, string body, string? expected)
    {
        var bytes = (contentType?.EndsWith("8859-1", StringComparison.Ordinal) == true ? Encoding.Latin1 : Encoding.UTF8).GetBytes(body);

        Assert.Equal(expected, (await ThrowAsync<ServiceException<string>>(ErrorBody.Text, contentType, bytes)).Error);
    }

    [Theory]
    [InlineData("application/problem+json", """{"type":"https://x.test/out","title":"Out of credit","status":403,"detail":"It costs 50.","instance":"/a/1","balance":30}""", "https://x.test/out Out of credit 403 It costs 50. /a/1 30")]
    [InlineData(Json, """{"title":"Out of credit"}""", " Out of credit    ")]
    [InlineData("application/problem+json", """{"message":"other"}""", null)]
    [InlineData("text/html", Html, null)]
    public async Task Problem_details_are_those_of_RFC_9457(string contentType, string body, string? expected)
    {
        var e = await ThrowAsync<ProblemDetailsException>(ProblemDetailsException.Body, contentType, body);

        Assert.Equal(expected, e.Error is not { } p ? null : $"{p.Type} {p.Title} {p.Status} {p.Detail} {p.Instance} {(p.AdditionalData.TryGetValue("balance", out var balance) ? balance : "")}");
        if (e.Error is { } read)
            Assert.Equal(body, Encoding.UTF8.GetString(WireJson.Write(WireType.Model<ProblemDetails>(), read)));
    }

    [Theory]
    [InlineData("application/problem+json; charset=utf-8", typeof(ProblemDetailsException), "T")]
    [InlineData("Application/Problem+JSON", typeof(ProblemDetailsException), "T")]
    [InlineData("text/plain", typeof(ServiceException<string>), "{\"title\":\"T\"}")]
    [InlineData(Json, typeof(ServiceException<Dictionary<string, string>>), "T")]
    [InlineData(null, typeof(ServiceException<Dictionary<string, string>>), "T")]
    [InlineData("text/html", typeof(ServiceException<Dictionary<string, string>>), "T")]
    public async Task Of_several_media_types_the_received_one_decides(string? contentType, Type type, string expected)
    {
        var body = ErrorBody.Of(WireType.Dictionary(WireType.String)).Or("application/problem+json", ProblemDetailsException.Body).Or("text/plain", ErrorBody.Text);

        var e = await ThrowAsync<ServiceException>(body, contentType, """{"title":"T"}""");

        Assert.IsType(type, e);
        Assert.Equal(expected, e switch
        {
            ProblemDetailsException problem => problem.Error!.Title,
            ServiceException<string> text => text.Error,
            ServiceException<Dictionary<string, string>> map => map.Error!["title"],
            _ => null,
        });
    }

    [Theory]
    [InlineData(404, "It has gone.", "answered 404 Not Found (It has gone): b", typeof(ServiceException))]
    [InlineData(410, null, "answered 410 Gone: b", typeof(ServiceException<string>))]
    [InlineData(403, "Any of these", "answered 403 Forbidden (Any of these): b", typeof(ServiceException<string>))]
    [InlineData(409, "conflict.", "answered 409 Conflict: b", typeof(ServiceException<string>))]
    [InlineData(500, "All others.\nReally.", "answered 500 Internal Server Error (All others.\\nReally): b", typeof(ServiceException))]
    public async Task The_closest_entry_describes_a_status(int status, string? description, string message, Type type)
    {
        var errors = new ErrorMap
        {
            ["404", "It has gone."] = null, ["410"] = ErrorBody.Text, ["409", "conflict."] = null, ["4XX", "Any of these"] = ErrorBody.Text, ["default", "All others.\nReally."] = null,
        };
        if (status == 404)
            errors["4XX", "Any of these"] = null;

        var e = await ThrowAsync<ServiceException>(errors, status, "text/plain", "b"u8.ToArray());

        Assert.IsType(type, e);
        Assert.Equal(description, e.Description);
        Assert.EndsWith(message, e.Message);
    }

    [Fact]
    public async Task A_long_description_is_cut_in_the_message()
    {
        var e = await ThrowAsync<ServiceException>(new ErrorMap { ["400", new string('x', 1000)] = null }, 400, null, []);

        Assert.Equal(1000, e.Description!.Length);
        Assert.Contains($"({new string('x', 200)}…)", e.Message);
    }

    [Fact]
    public async Task The_bytes_are_kept_as_far_as_the_text_is()
    {
        byte[] sent = [0, 255, 254, .. new byte[2 * 1024 * 1024]];

        var small = await ThrowAsync<ServiceException>(new ErrorMap(), 400, "image/png", sent[..10]);
        var large = await ThrowAsync<ServiceException>(new ErrorMap(), 400, "image/png", sent);

        Assert.Equal(sent[..10], small.BodyBytes.ToArray());
        Assert.Equal((1024 * 1024, true), (large.BodyBytes.Length, large.IsBodyTruncated));
        Assert.True((await ThrowAsync<ServiceException>(new ErrorMap(), 400, null, [])).BodyBytes.IsEmpty);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task The_bytes_have_no_credentials_of_the_request(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        await using var server = await TestServer.StartAsync(401, $"text/plain; charset={charset}", encoding.GetBytes("no top-secret-token, not top-secret-token"));
        var request = server.Events().ToGetRequestInformation();
        request.Headers.Add("Authorization", "Bearer top-secret-token");

        var e = await Assert.ThrowsAsync<ServiceException>(() => server.Adapter().SendAsync(request, BodyType.String, new ErrorMap(), Token));

        Assert.Equal(("no ***, not ***", "no ***, not ***"), (e.BodyText, encoding.GetString(e.BodyBytes.Span)));
    }

    [Theory]
    [InlineData(302, "/elsewhere?a=1", "/elsewhere?a=1")]
    [InlineData(301, "https://other.test/x", "https://other.test/x")]
    [InlineData(302, "http://[", null)]
    [InlineData(302, null, null)]
    [InlineData(409, "/elsewhere", null)]
    public async Task A_redirect_that_is_not_followed_has_its_place(int status, string? location, string? expected)
    {
        await using var server = await TestServer.StartAsync(status, null, "", h => h.Location = location);
        var request = server.Events().ToGetRequestInformation();
        request.AddRequestOptions([new RedirectHandlerOption { MaxRedirect = 0 }]);

        var e = await Assert.ThrowsAsync<ServiceException>(() => server.Adapter().SendAsync(request, BodyType.String, new ErrorMap(), Token));

        Assert.Equal(expected is ['/', ..] ? new Uri(server.Url, expected).AbsoluteUri : expected, e.Location?.AbsoluteUri);
    }

    [Fact]
    public async Task Any_class_of_headers_can_be_asked_for()
    {
        await using var server = await TestServer.StartAsync(429, null, "", h => h["X-Left"] = "7");

        var e = await Assert.ThrowsAsync<ServiceException>(() =>
            server.Adapter().SendAsync(server.Events().ToGetRequestInformation(r => r.Options.Add(NoRetries)), BodyType.String, new ErrorMap(), Token));

        Assert.Equal((7, "7"), (e.GetHeaders<Limits>().Left, e.GetHeaders<Limits>().All["x-left"].Single()));
    }

    private static Microsoft.Kiota.Abstractions.IRequestOption NoRetries => new RetryHandlerOption { MaxRetry = 0, ShouldRetry = (_, _, _) => false };

    private static Task<TException> ThrowAsync<TException>(ErrorBody body, string? contentType, string text)
        where TException : ServiceException => ThrowAsync<TException>(body, contentType, Encoding.UTF8.GetBytes(text));

    private static Task<TException> ThrowAsync<TException>(ErrorBody body, string? contentType, byte[] bytes)
        where TException : ServiceException => ThrowAsync<TException>(new ErrorMap { ["400"] = body }, 400, contentType, bytes);

    private static async Task<TException> ThrowAsync<TException>(ErrorMap errors, int status, string? contentType, byte[] body)
        where TException : ServiceException
    {
        await using var server = await TestServer.StartAsync(status, contentType, body);
        var request = server.Events().ToGetRequestInformation();
        request.AddRequestOptions([NoRetries]);
        return await Assert.ThrowsAnyAsync<TException>(() => server.Adapter().SendAsync(request, BodyType.String, errors, Token));
    }

    private sealed class Limits : TypedHeaders
    {
        public int? Left => All.Get("X-Left", WireType.Int32);
    }
}
