using System.Text.Json;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Responses;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Support;

namespace SentinelOne.ThreatEvents.Tests.Contracts;

/// <summary>The service breaks its promise in one field of the second event.</summary>
public class ViolationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Field, what came (null for nothing), what the property holds then, and the violation after its path.</summary>
    public static TheoryData<string, string?, string, string> Broken => new()
    {
        { "agentName", null, "", "expected a string, found nothing" },
        { "agentName", "null", "", "expected a string, found null" },
        { "agentInfected", null, "False", "expected true or false, found nothing" },
        { "createdAt", null, "01/01/0001 00:00:00 +00:00", "expected a date-time of RFC 3339, found nothing" },
        { "agentOs", null, "", "expected a string, found nothing" },
        { "dstPort", "\"22566\"", "22566", "expected an integer of 32 bits, found string \"22566\"" },
        { "pid", "22566", "22566", "expected a string, found number 22566" },
        { "pid", "22566.0", "22566.0", "expected a string, found number 22566.0" },
        { "agentInfected", "\"True\"", "True", "expected true or false, found string \"True\"" },
        { "processRoot", "true", "true", "expected a string, found true" },
        { "agentOs", "9", "9", "expected a string, found number 9" },
    };

    /// <summary>Field, what came, and the violation after its path: the property cannot hold any of these.</summary>
    public static TheoryData<string, string, string> Hopeless => new()
    {
        { "dstPort", "4294967296", "expected an integer of 32 bits, found number 4294967296" },
        { "dstPort", "\"https\"", "expected an integer of 32 bits, found string \"https\"" },
        { "pid", "[22566]", "expected a string, found a list" },
        { "agentName", "{\"first\":1}", "expected a string, found an object" },
        { "agentInfected", "1", "expected true or false, found number 1" },
        { "createdAt", "\"yesterday\"", "expected a date-time of RFC 3339, found string \"yesterday\"" },
        { "createdAt", "1639513425", "expected a date-time of RFC 3339, found number 1639513425" },
        { "objectType", "{}", "expected a string, found an object" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Tolerant_reading_converts_or_stays_neutral_and_tells(string field, string? came, string held, string violation)
    {
        await using var console = await ConsoleAsync(field, came);

        var (read, violations) = await ReadAsync(console);

        Assert.Equal(held, Property(read, field));
        Assert.Empty(read.AdditionalData);
        Assert.Equal($"$.data[1].{field}: {violation}", Assert.Single(violations));
    }

    [Theory]
    [MemberData(nameof(Hopeless))]
    public async Task Tolerant_reading_keeps_what_it_cannot_convert(string field, string came, string violation)
    {
        await using var console = await ConsoleAsync(field, came);

        var (read, violations) = await ReadAsync(console);

        Assert.Equal(Property(new ThreatEvent(), field), Property(read, field));
        Assert.Equal(came, ((JsonElement)read.AdditionalData[field]).GetRawText());
        Assert.Equal($"$.data[1].{field}: {violation}", Assert.Single(violations));
    }

    [Fact]
    public async Task Nobody_needs_to_listen()
    {
        await using var console = await ConsoleAsync("dstPort", "\"22566\"");

        var page = await console.Events().GetAsync(cancellationToken: Token);

        Assert.Equal(22566, page.Data![1].DstPort);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Strict_reading_throws_with_the_place_and_the_answer(string field, string? came, string held, string violation)
    {
        _ = held;
        await using var console = await ConsoleAsync(field, came);

        var e = await Assert.ThrowsAsync<ContractViolationException>(() =>
            console.Events(new ReadOptions { Mode = ContractMode.Strict }).GetAsync(cancellationToken: Token));

        Assert.Equal(($"$.data[1].{field}", $"$.data[1].{field}: {violation}"), (e.Path, e.Violation.ToString()));
        Assert.Equal((200, Bodies.Json, ScriptedConsole.PageOf([Good, Bodies.EventWith(field, came)], next: null)), (e.StatusCode, e.ContentType, e.BodyText));
    }

    [Theory]
    [MemberData(nameof(Hopeless))]
    public async Task Strict_reading_may_be_asked_for_by_one_call(string field, string came, string violation)
    {
        await using var console = await ConsoleAsync(field, came);
        var events = console.Events();

        var e = await Assert.ThrowsAsync<ContractViolationException>(() =>
            events.GetAllAsync(r => r.Options.Add(new ReadOptions { Mode = ContractMode.Strict })).ToListAsync(Token).AsTask());

        Assert.EndsWith(violation, e.Violation.ToString());
        Assert.Equal(2, await events.GetAllAsync().CountAsync(Token));
    }

    private static string Good => Bodies.EventWith("id", "\"1\"");

    private static Task<ScriptedConsole> ConsoleAsync(string field, string? json) => ScriptedConsole.WithEvents(Good, Bodies.EventWith(field, json));

    private static async Task<(ThreatEvent Second, List<string> Violations)> ReadAsync(ScriptedConsole console)
    {
        var violations = new List<string>();
        var page = await console.Events(new ReadOptions { OnViolation = v => violations.Add(v.ToString()) }).GetAsync(cancellationToken: Token);
        return (page.Data![1], violations);
    }

    private static string Property(ThreatEvent e, string field) =>
        FormattableString.Invariant($"{typeof(ThreatEvent).GetProperty(char.ToUpperInvariant(field[0]) + field[1..])!.GetValue(e)}");
}
