using System.Text.Json.Nodes;

namespace SentinelOne.ThreatEvents.Tests.Spec;

/// <summary>What the operation answers in the document, against the recorded answer and the API's conventions.</summary>
public class AnswerTests
{
    private static readonly JsonObject Headers = SpecDocument.Answer["headers"]!.AsObject();

    private static readonly JsonObject Body = SpecDocument.Answer["content"]!["application/json"]!.AsObject();

    [Fact]
    public void No_header_is_missing_and_none_is_made_up() =>
        Assert.Equal(ActionPage.Headers, Headers.Select(h => h.Key));

    [Fact]
    public void Each_header_is_optional_text_with_a_sentence_of_its_own()
    {
        Assert.All(Headers, h => Assert.Equal("string", SpecDocument.TypeOf(h.Value!["schema"]!)));
        Assert.All(Headers, h => Assert.Null(h.Value!["required"]));
        Assert.All(Headers, h => Assert.Matches(@"^[A-Z].+\.$", $"{h.Value!["description"]}"));
        Assert.Equal(Headers.Count, Headers.Select(h => $"{h.Value!["description"]}").Distinct().Count());
    }

    [Fact]
    public void The_example_is_the_recorded_body() =>
        Assert.True(JsonNode.DeepEquals(ActionPage.ExampleBody, Body["example"]), "The document's example is not example-body.json.");

    [Fact]
    public void Both_recorded_events_hold_every_field_of_the_page()
    {
        var events = Body["example"]!["data"]!.AsArray();

        Assert.Equal(2, events.Count);
        Assert.All(events, e => Assert.Equal(
            ActionPage.Fields.Where(f => f.IsOnPage).Select(f => f.Name),
            e!.AsObject().Select(p => p.Key)));
    }

    [Theory]
    [InlineData("ThreatEventPage", "data? pagination errors?")]
    [InlineData("Pagination", "nextCursor? totalItems")]
    [InlineData("ErrorResponse", "errors")]
    [InlineData("ErrorDetail", "code title detail? params?")]
    public void An_envelope_promises_only_what_always_comes(string schema, string expected)
    {
        var required = SpecDocument.Texts(SpecDocument.Schema(schema)["required"]).ToHashSet();
        var properties = SpecDocument.Schema(schema)["properties"]!.AsObject();

        Assert.Equal(expected, string.Join(' ', properties.Select(p => required.Contains(p.Key) ? p.Key : p.Key + "?")));
        Assert.All(properties, p => Assert.Equal(!required.Contains(p.Key), p.Value!["nullable"]?.GetValue<bool>() ?? false));
    }

    [Fact]
    public void Each_failure_has_the_api_s_error_body()
    {
        var failures = SpecDocument.Operation["responses"]!.AsObject().Where(r => r.Key != "200").ToList();

        Assert.Equal(["400", "401", "403", "404", "429", "5XX", "default"], failures.Select(r => r.Key));
        Assert.All(failures, r => Assert.Equal(
            "#/components/schemas/ErrorResponse",
            $"{SpecDocument.Resolve(r.Value!)["content"]!["application/json"]!["schema"]!["$ref"]}"));
    }

    [Fact]
    public void Too_many_requests_may_say_when_to_come_back() =>
        Assert.Equal("string", SpecDocument.TypeOf(
            SpecDocument.Resolve(SpecDocument.Operation["responses"]!["429"]!)["headers"]!["Retry-After"]!["schema"]!));
}
