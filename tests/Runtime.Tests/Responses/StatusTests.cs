using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions;
using Sample;
using Sample.Models;

namespace Kiln.Runtime.Tests.Responses;

/// <summary>Successes are read by the status code that was received.</summary>
public class StatusTests
{
    private static readonly string PageText = Json.Page(null, "1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static BodyType<ThreatEventPage> PageBody => BodyType.Json(WireType.Model<ThreatEventPage>());

    private static BodyType<AddResult> ResultBody => BodyType.Cases<AddResult>(
        ResponseCase.Of(0, BodyType.String, static (int status, string text) => new AddResult(status, text: text), static r => r.Text),
        ResponseCase.Empty(204, static status => new AddResult(status)),
        ResponseCase.Of(201, BodyType.Json(WireType.Int32), static (int status, int count) => new AddResult(status, count: count), static r => r.Count),
        ResponseCase.Of(200, PageBody, static (int status, ThreatEventPage page) => new AddResult(status, page: page), static r => r.Page));

    [Theory]
    [InlineData(200, new int[0], null)]
    [InlineData(203, new int[0], null)]
    [InlineData(200, new[] { 200, 201 }, null)]
    [InlineData(201, new[] { 200, 201 }, null)]
    [InlineData(203, new[] { 201, 200 }, "$: expected one of the status codes 200, 201, found 203")]
    [InlineData(206, new[] { 200 }, "$: expected the status code 200, found 206")]
    [InlineData(200, new[] { 302 }, null)] // behind the redirect
    public async Task An_undocumented_success_is_read_and_reported(int status, int[] documented, string? violation)
    {
        var violations = new List<ContractViolation>();
        await using var server = await TestServer.StartAsync(status, "application/json", PageText);

        var page = await SendAsync(server, new ResponseMap<ThreatEventPage>(PageBody, documented), new() { OnViolation = violations.Add });

        Assert.Equal("1", Assert.Single(page.Data!).Id);
        Assert.Equal(violation is null ? [] : [violation], violations.Select(v => v.ToString()));
    }

    [Theory]
    [InlineData("bytes=0-99", null)]
    [InlineData(null, "$: expected the status code 200, found 206")]
    public async Task A_part_is_documented_by_the_request_that_asks_for_it(string? range, string? violation)
    {
        // RFC 9110, section 14.2: any GET may ask for a part, and a document has only the whole.
        var violations = new List<ContractViolation>();
        await using var server = await TestServer.StartAsync(206, "text/csv", "a,b");
        var request = new RequestInformation { HttpMethod = Method.GET, URI = server.Url };
        if (range is not null)
            request.Headers.Add("Range", range);

        await using var part = await server.Adapter(new() { OnViolation = violations.Add })
            .SendAsync(request, BodyType.Stream, new ResponseMap<ResponseStream>(BodyType.Stream, 200), Token);

        Assert.Equal((206, "a,b"), (part.StatusCode, await new StreamReader(part).ReadToEndAsync(Token)));
        Assert.Equal(violation is null ? [] : [violation], violations.Select(v => v.ToString()));
    }

    [Fact]
    public async Task In_strict_mode_an_undocumented_success_is_an_error_that_keeps_the_body()
    {
        await using var server = await TestServer.StartAsync(203, "application/json", PageText);

        var e = await Assert.ThrowsAsync<ContractViolationException>(
            () => SendAsync(server, new ResponseMap<ThreatEventPage>(PageBody, 200), new() { Mode = ContractMode.Strict }));

        Assert.Equal((203, PageText), (e.StatusCode, e.BodyText));
        Assert.Equal(new("$", "the status code 200", "203"), e.Violation);
        Assert.Contains("answered 203 Non-Authoritative Information with a body whose status code is a success but breaks the contract: expected the status code 200, found 203", e.Message);
    }

    [Theory]
    [InlineData("""{"status":"queued"}""", "that has no property of ThreatEventPage")]
    [InlineData("[]", "that cannot be read: expected an object, found a list")]
    [InlineData("queued", "that cannot be read")]
    [InlineData("", "that is empty")]
    public async Task An_undocumented_success_that_does_not_fit_is_an_error_that_says_that_it_was_a_success(string body, string problem)
    {
        await using var server = await TestServer.StartAsync(202, "application/json", body);

        var e = await Assert.ThrowsAsync<ResponseBodyException>(() => SendAsync(server, new ResponseMap<ThreatEventPage>(PageBody, 200)));

        Assert.Contains("answered 202 Accepted (a success, but not the status code 200) with a body " + problem, e.Message);
        Assert.Equal(body, e.BodyText);
    }

    [Theory]
    [InlineData(204, new[] { 200 }, 0)]
    [InlineData(202, new[] { 200 }, 0)] // the document's own
    [InlineData(203, new[] { 200 }, 1)]
    public async Task The_status_of_a_response_without_a_body_is_documented_by_the_body(int status, int[] documented, int violations)
    {
        var count = 0;
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            if (status == 203)
                await context.Response.WriteAsync(PageText);
        });

        var page = await SendAsync(server, new ResponseMap<ThreatEventPage?>(BodyType.Optional(PageBody, 202), documented), new() { OnViolation = _ => count++ });

        Assert.Equal(status == 203, page is not null);
        Assert.Equal(violations, count);
    }

    [Theory]
    [InlineData(200, "page 1")]
    [InlineData(201, "count 7")]
    [InlineData(202, "text queued")]
    [InlineData(204, "nothing")]
    public async Task Each_status_is_read_as_its_own_type(int status, string expected)
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            var body = status switch { 200 => PageText, 201 => "7", 202 => "queued", _ => null };
            if (body is not null)
                await context.Response.WriteAsync(body);
        });

        var result = await SendAsync(server, new ResponseMap<AddResult>(ResultBody));

        Assert.Equal((status, expected), (result.StatusCode, result.Show()));
    }

    [Fact]
    public async Task A_status_without_a_case_is_an_error_in_any_mode()
    {
        await using var server = await TestServer.StartAsync(203, "text/plain", "other");
        var body = BodyType.Cases<AddResult>(
            ResponseCase.Of(201, BodyType.String, static (int status, string text) => new AddResult(status, text: text), static r => r.Text),
            ResponseCase.Empty(200, static status => new AddResult(status)));

        var e = await Assert.ThrowsAsync<ContractViolationException>(() => SendAsync(server, new ResponseMap<AddResult>(body, 200, 201)));

        Assert.Equal(("other", "one of the status codes 200, 201", "203"), (e.BodyText, e.Violation.Expected, e.Violation.Found));
    }

    [Fact]
    public async Task Results_are_written_as_the_case_of_their_status()
    {
        WrittenBody? written = null, empty = null;
        var handler = new StubHandler((request, _) =>
        {
            var expected = ExpectedResponse.Of(request)!;
            written = expected.Write(new AddResult(201, count: 5));
            empty = expected.Write(new AddResult(204));
            Assert.Throws<ArgumentException>(() => expected.Write(new AddResult(201, text: "not a number")));
            return new(System.Net.HttpStatusCode.NoContent);
        });
        var adapter = new ServiceRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider(), new("http://s.test"), new HttpClient(handler));

        await adapter.SendAsync(new() { HttpMethod = Method.GET, URI = new("http://s.test") }, ResultBody, new ResponseMap<AddResult>(ResultBody, 200, 201, 204), Token);

        Assert.Equal((201, "5"), (written!.StatusCode, System.Text.Encoding.UTF8.GetString(written.Bytes.Span)));
        Assert.Equal((204, ""), (empty!.StatusCode, empty.ContentType));
    }

    [Theory]
    [InlineData(new int[0], 200, 204)]
    [InlineData(new[] { 201 }, 201, 201)]
    [InlineData(new[] { 200, 202 }, 200, 200)]
    [InlineData(new[] { 201, 204 }, 201, 204)]
    public async Task Fakes_are_told_a_status_that_the_document_has(int[] documented, int withBody, int withoutBody)
    {
        (int, int) statuses = default;
        var handler = new StubHandler((request, _) =>
        {
            var expected = ExpectedResponse.Of(request)!;
            statuses = (expected.StatusCode, expected.StatusCodeOf(expected.Write(default(NoContent))));
            return new(System.Net.HttpStatusCode.OK);
        });
        var adapter = new ServiceRequestAdapter(new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider(), new("http://s.test"), new HttpClient(handler));

        await adapter.SendAsync(new() { HttpMethod = Method.GET, URI = new("http://s.test") }, BodyType.None, new ResponseMap<NoContent>(BodyType.None, documented), Token);

        Assert.Equal((withBody, withoutBody), statuses);
    }

    [Fact]
    public async Task Location_is_resolved()
    {
        await using var server = await TestServer.StartAsync(201, "application/json", "1", h => h.Location = "../pets/7?a=b");
        var request = new RequestInformation { HttpMethod = Method.POST, URI = new(server.Url, "v1/orders/x") };

        var response = await server.Adapter().SendWithResponseAsync(request, BodyType.Json(WireType.Int32), new ErrorMap(), Token);

        Assert.Equal(new Uri(server.Url, "/v1/pets/7?a=b"), response.Location);
    }

    [Fact]
    public async Task The_first_accept_is_replaced()
    {
        await using var server = await TestServer.StartAsync(200, "application/yaml", "a: 1");
        var request = new RequestInformation { HttpMethod = Method.GET, URI = server.Url };
        request.Headers.Add("Accept", "application/json");

        await server.Adapter().SendAsync(request.WithAccept("application/yaml"), BodyType.String, new(), Token);

        Assert.Equal("application/yaml", server.Requests.Single().Headers["Accept"]);
        Assert.Throws<ArgumentException>("mediaType", () => request.WithAccept("no media type"));
    }

    private static Task<T> SendAsync<T>(TestServer server, ResponseMap<T> responses, ReadOptions? options = null) =>
        server.Adapter(options).SendAsync(new() { HttpMethod = Method.GET, URI = server.Url }, responses.Success, responses, Token);

    private sealed class AddResult(int statusCode, ThreatEventPage? page = null, int? count = null, string? text = null) : IStatusResult
    {
        public int StatusCode => statusCode;

        public ThreatEventPage? Page => page;

        public int? Count => count;

        public string? Text => text;

        public string Show() => page is not null ? $"page {page.Data!.Count}" : count is not null ? $"count {count}" : text is not null ? $"text {text}" : "nothing";
    }
}
