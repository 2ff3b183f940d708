using System.Text.Json;
using Kiln.Runtime.Http;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Support;
using ThreatEvents.EmbeddedConsole;

namespace SentinelOne.ThreatEvents.Tests.Errors;

/// <summary>Answers that are no success, in the vendor's body.</summary>
public class ErrorAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "Bad Request", 4000040, "Validation Error", "limit: Must be an integer between 1 and 1000.")]
    [InlineData(401, "Unauthorized", 4010010, "Authentication Failed", null)]
    [InlineData(403, "Forbidden", 4030010, "Insufficient permissions", "")]
    [InlineData(404, "Not Found", 4040010, "Requested resource was not found", null)]
    [InlineData(409, "Conflict", 409, "In no list of the document", null)]
    [InlineData(500, "Internal Server Error", 5000010, "Server could not process the request.", "é \"x\"")]
    [InlineData(501, "Not Implemented", 5010010, "Not supported", null)]
    public async Task The_vendors_error_is_typed_and_nothing_of_the_answer_is_lost(int status, string reason, long code, string title, string? detail)
    {
        var body = Bodies.Error(code, title, detail);
        await using var console = await ScriptedConsole.Always(status, Bodies.Json, body, ("X-RQID", "7f4"), ("X-New", "1"));

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => console.Events().GetAsync(
            r =>
            {
                r.QueryParameters.Cursor = "c";
                r.Options.Add(new RetryOptions { MaxRetries = 0 });
            },
            Token));

        var cause = Assert.Single(e.Error!.Errors);
        Assert.Equal((code, title, detail), (cause.Code, cause.Title, cause.Detail));
        Assert.Equal((status, reason, body, false), (e.StatusCode, e.ReasonPhrase, e.BodyText, e.IsBodyTruncated));
        Assert.Equal(("7f4", "1", Bodies.Json), (e.Headers.Get("x-rqid", WireType.String), e.Headers.Get("x-new", WireType.String), e.ContentType));
        Assert.Equal((Method.GET, "?cursor=c"), (e.Method, e.RequestUri!.Query));
        Assert.Single(console.Asked);
    }

    [Theory]
    [InlineData("""{"field":"limit","allowed":[1,1000]}""", "limit")]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public async Task What_the_error_is_about_is_there_as_it_was_sent(string json, string? field)
    {
        await using var console = await ScriptedConsole.Always(400, Bodies.Json, $$"""{"errors":[{"code":4000040,"title":"Validation Error","params":{{json}}}]}""");

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => console.Events().GetAsync(cancellationToken: Token));

        var about = Assert.Single(e.Error!.Errors).Params;
        Assert.Equal(json == "null", about is null);
        Assert.Equal(field, about?.GetValueOrDefault("field") is { ValueKind: JsonValueKind.String } name ? name.GetString() : null);
    }

    [Fact]
    public async Task Every_way_to_call_throws_it()
    {
        await using var console = await ScriptedConsole.Always(403, Bodies.Json, Bodies.Error(4030010, "Insufficient permissions", null));
        var events = console.Events();
        Func<Task>[] calls =
        [
            () => events.GetAsync(cancellationToken: Token),
            () => events.GetWithResponseAsync(cancellationToken: Token),
            () => events.CountAsync(cancellationToken: Token),
            () => events.GetAllAsync().ToListAsync(Token).AsTask(),
            () => events.GetAllAsync().ByPageAsync(Token).ToListAsync(Token).AsTask(),
            () => events.GetAllAsync().AsJsonAsync(Token).ToListAsync(Token).AsTask(),
        ];

        foreach (var call in calls)
            Assert.Equal(4030010, (await Assert.ThrowsAsync<ErrorResponseException>(call)).Error!.Errors[0].Code);
    }

    [Fact]
    public async Task On_a_later_page_it_comes_after_the_events_before_it()
    {
        await using var console = await ScriptedConsole.StartAsync((number, context) => number == 0
            ? ScriptedConsole.Answer(context, 200, Bodies.Json, """{"data":[{"id":"1"}],"pagination":{"nextCursor":"c","totalItems":2}}"""u8.ToArray())
            : ScriptedConsole.Answer(context, 401, Bodies.Json, """{"errors":[{"code":4010010,"title":"Authentication Failed"}]}"""u8.ToArray()));
        var seen = new List<string>();

        var e = await Assert.ThrowsAsync<ErrorResponseException>(async () =>
        {
            await foreach (var item in console.Events().GetAllAsync().WithCancellation(Token))
                seen.Add(item.Id);
        });

        Assert.Equal(["1"], seen);
        Assert.Equal(401, e.StatusCode);
    }

    [Fact]
    public async Task An_error_has_all_its_causes_and_what_the_document_does_not_name()
    {
        await using var console = await ScriptedConsole.Always(400, Bodies.Json, """{"errors":[{"code":"4000010","title":"a","hint":"h"},{"code":400,"title":null}],"trace":1}""");

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => console.Events().GetAsync(cancellationToken: Token));

        Assert.Equal([(4000010, "a"), (400, "")], e.Error!.Errors.Select(c => (c.Code, c.Title)));
        Assert.Equal(("h", "1"), ($"{e.Error.Errors[0].AdditionalData["hint"]}", $"{e.Error.AdditionalData["trace"]}"));
    }

    [Fact]
    public async Task The_embedded_console_fails_like_the_real_one()
    {
        await using var console = await ScriptedConsole.WithSample();

        var wrongToken = await FailAsync(Clients.Client(console.Address, "wr0ng"), ConsoleServer.ThreatId);
        var wrongThreat = await FailAsync(Clients.Client(console.Address), "1569749506337035983");
        var wrongLimit = await Assert.ThrowsAsync<ErrorResponseException>(() => console.Events().GetAsync(r => r.QueryParameters.Limit = 1001, Token));
        var wrongType = await Assert.ThrowsAsync<ErrorResponseException>(() => console.Events().GetAsync(r => r.QueryParameters.EventTypes = [new("plan9")], Token));

        Assert.Equal((401, 4010010), (wrongToken.StatusCode, wrongToken.Error!.Errors[0].Code));
        Assert.Equal((404, 4040010), (wrongThreat.StatusCode, wrongThreat.Error!.Errors[0].Code));
        Assert.Equal((400, "limit: Must be an integer between 1 and 1000."), (wrongLimit.StatusCode, wrongLimit.Error!.Errors[0].Detail));
        Assert.StartsWith("eventTypes: 'plan9' is not one of", wrongType.Error!.Errors[0].Detail);
        Assert.DoesNotContain("wr0ng", wrongToken.ToString());
    }

    private static Task<ErrorResponseException> FailAsync(ThreatEventsClient client, string threatId) =>
        Assert.ThrowsAsync<ErrorResponseException>(() => client.Threats[threatId].Explore.Events.GetAsync(cancellationToken: Token));
}
