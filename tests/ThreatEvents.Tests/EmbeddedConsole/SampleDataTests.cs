using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ThreatEvents.EmbeddedConsole;

namespace ThreatEvents.Tests.EmbeddedConsole;

public sealed class SampleDataTests
{
    private static readonly IReadOnlyList<JsonElement> Events = Sample.Events;

    private static readonly string[] AlwaysPresent =
    [
        "agentDomain", "agentGroupId", "agentId", "agentInfected", "agentIp", "agentIsActive", "agentIsDecommissioned", "agentMachineType", "agentName",
        "agentNetworkStatus", "agentOs", "agentUuid", "agentVersion", "createdAt", "eventType", "id", "objectType", "processName", "siteName",
    ];

    [Fact]
    public void Starts_with_the_examples_events_value_for_value()
    {
        using var stream = typeof(EventStore).Assembly.GetManifestResourceStream("ThreatEvents.EmbeddedConsole.example-body.json")!;
        using var example = JsonDocument.Parse(stream);

        foreach (var (expected, actual) in example.RootElement.GetProperty("data").EnumerateArray().Zip(Events))
        {
            Assert.Equal(
                expected.EnumerateObject().Select(p => (p.Name, p.Value.GetRawText())),
                actual.EnumerateObject().Select(p => (p.Name, p.Value.GetRawText())));
        }
    }

    [Fact]
    public void Has_2500_events_each_with_an_id_that_no_double_can_hold()
    {
        var ids = Events.Select(e => e.GetProperty("id").GetString()!).ToList();

        Assert.Equal(2500, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(long.Parse(id, CultureInfo.InvariantCulture) > 1L << 53));
    }

    [Fact]
    public void Every_event_has_the_examples_fields_and_some_have_the_four_of_the_vendors_document()
    {
        var example = Names(Events[0]);
        string[] withRareFields =
            [.. example.Concat(["parentProcessGroupId", "parentProcessIsMalicious", "processIsMalicious", "siteId"]).Order(StringComparer.Ordinal)];

        Assert.Equal(89, example.Length);
        Assert.All(Events, e => Assert.Equal(Names(e).Length == 89 ? example : withRareFields, Names(e)));
        Assert.InRange(Events.Count(e => Names(e).Length == 93), 300, 700);

        static string[] Names(JsonElement e) => [.. e.EnumerateObject().Select(p => p.Name)];
    }

    [Fact]
    public void About_half_of_the_fields_that_may_be_null_are()
    {
        var nullable = Events.Skip(2).SelectMany(e => e.EnumerateObject()).Where(p => !AlwaysPresent.Contains(p.Name)).ToList();

        Assert.InRange(nullable.Count(p => p.Value.ValueKind == JsonValueKind.Null) / (double)nullable.Count, 0.4, 0.6);
        Assert.All(Events.SelectMany(e => AlwaysPresent.Select(name => e.GetProperty(name))), value => Assert.NotEqual(JsonValueKind.Null, value.ValueKind));
    }

    [Fact]
    public void Times_have_both_of_the_vendors_precisions()
    {
        var lengths = Events.Select(e => e.GetProperty("createdAt").GetString()!.Length).CountBy(length => length).ToDictionary();

        Assert.Equal(["2021-12-14T20:23:46Z".Length, "2021-12-14T20:23:45.999000Z".Length], lengths.Keys.Order());
        Assert.All(lengths.Values, count => Assert.True(count > 500));
    }

    [Fact]
    public void Every_kind_of_event_and_every_system_comes_up()
    {
        var kinds = Events.Select(e => (e.GetProperty("objectType").GetString()!, e.GetProperty("eventType").GetString()!)).ToHashSet();

        Assert.Equal(EventKind.All.Select(kind => (kind.ObjectType, kind.DisplayText)).Order(), kinds.Order());
        Assert.Equal(["linux", "macos", "windows"], Events.Select(e => e.GetProperty("agentOs").GetString()).Distinct().Order());
    }

    [Fact]
    public void Is_the_same_on_every_machine()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var json in EventStore.Sample.AsJson())
            hash.AppendData(json.Span);

        // A new value is right when the sample was changed on purpose, and only then.
        Assert.Equal("C63A615CF524627E34CEE8763A3F73D0", Convert.ToHexString(hash.GetHashAndReset())[..32]);
    }
}
