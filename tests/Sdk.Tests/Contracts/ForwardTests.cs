using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Support;

namespace SentinelOne.ThreatEvents.Tests.Contracts;

/// <summary>What no contract forbids: the service leaves out what it may, and has more than the document knows. Even strict reading takes it.</summary>
public class ForwardTests
{
    private static readonly ReadOptions Strict = new() { Mode = ContractMode.Strict };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_site_that_the_recorded_answer_leaves_out_is_null()
    {
        var read = await ReadAsync("siteId", null);

        Assert.Null(read.SiteId);
        Assert.Empty(read.AdditionalData);
    }

    [Fact]
    public async Task A_system_that_the_document_does_not_know_is_kept()
    {
        var read = await ReadAsync("agentOs", "\"plan9\"");

        Assert.Equal((new AgentOs("plan9"), "plan9"), (read.AgentOs, $"{read.AgentOs}"));
        Assert.DoesNotContain(read.AgentOs, AgentOs.KnownValues);
        Assert.Contains("\"agentOs\":\"plan9\"", ModelJson.Of(read));
    }

    [Theory]
    [InlineData("1.10")]
    [InlineData("\"é\"")]
    [InlineData("null")]
    [InlineData("[{\"deep\":[1,null]}]")]
    public async Task A_field_that_the_document_does_not_know_is_kept(string json)
    {
        var read = await ReadAsync("brand new", json);

        Assert.Equal(json, ((JsonElement)read.AdditionalData["brand new"]).GetRawText());
        Assert.Contains($"\"brand new\":{json}", ModelJson.Of(read));
    }

    [Fact]
    public async Task Unknown_fields_of_the_page_are_kept_too()
    {
        await using var console = await ScriptedConsole.Always(200, Bodies.Json, """{"pagination":{"totalItems":0,"page":1},"took":7}""");

        var page = await console.Events(Strict).GetAsync(cancellationToken: Token);

        Assert.Equal(("1", "7"), ($"{page.Pagination.AdditionalData["page"]}", $"{page.AdditionalData["took"]}"));
        Assert.Null(page.Data);
    }

    [Theory]
    [InlineData("""{"data":[],"pagination":{}}""", "$.pagination.totalItems: expected an integer of 64 bits, found nothing")]
    [InlineData("""{"data":[],"pagination":{"totalItems":"2"}}""", "$.pagination.totalItems: expected an integer of 64 bits, found string \"2\"")]
    [InlineData("""{"data":["x"],"pagination":{"totalItems":0}}""", "$.data[0]: expected an object, found string \"x\"")]
    public async Task A_page_of_another_shape_is_read_and_told(string body, string violation)
    {
        await using var console = await ScriptedConsole.Always(200, Bodies.Json, body);
        var violations = new List<string>();

        var events = await console.Events(new ReadOptions { OnViolation = v => violations.Add(v.ToString()) }).GetAllAsync().ToListAsync(Token);
        var e = await Assert.ThrowsAsync<ContractViolationException>(() => console.Events(Strict).GetAsync(cancellationToken: Token));

        Assert.Empty(events);
        Assert.Equal(violation, Assert.Single(violations));
        Assert.Equal(violation, e.Violation.ToString());
    }

    [Theory]
    [InlineData("""{"data":[]}""", "$.pagination", "expected an object, found nothing")]
    [InlineData("""{"data":[],"pagination":null}""", "$.pagination", "expected an object, found null")]
    [InlineData("""{"data":{"a":1},"pagination":{"totalItems":0}}""", "$.data", "expected a list, found an object")]
    [InlineData("""{"pagination":{"totalItems":0,"nextCursor":{}}}""", "$.pagination.nextCursor", "expected a string, found an object")]
    public async Task What_is_no_page_ends_a_walk_in_both_modes(string body, string path, string violation)
    {
        await using var console = await ScriptedConsole.Always(200, Bodies.Json, body);

        var tolerant = await Assert.ThrowsAsync<ResponseBodyException>(() => console.Events().GetAllAsync().ToListAsync(Token).AsTask());
        var strict = await Assert.ThrowsAsync<ContractViolationException>(() => console.Events(Strict).GetAllAsync().ToListAsync(Token).AsTask());

        Assert.Equal(path, tolerant.Path);
        Assert.Equal($"{path}: {violation}", strict.Violation.ToString());
    }

    [Fact]
    public async Task The_sample_keeps_the_contract()
    {
        await using var console = await ScriptedConsole.WithSample();

        Assert.Equal(2500, await console.Events(Strict).GetAllAsync().CountAsync(Token));
    }

    private static async Task<ThreatEvent> ReadAsync(string field, string? json)
    {
        await using var console = await ScriptedConsole.WithEvents(Bodies.EventWith(field, json));

        return Assert.Single((await console.Events(Strict).GetAsync(cancellationToken: Token)).Data!);
    }
}
