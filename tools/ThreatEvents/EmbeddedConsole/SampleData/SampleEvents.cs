using System.Globalization;
using System.Text.Json;

namespace ThreatEvents.EmbeddedConsole.SampleData;

/// <summary>The sample: the example's two events as they are, then what might have followed on four machines.</summary>
internal static class SampleEvents
{
    private const int Count = 2500;
    private const ulong Seed = 1569749506546751259;
    private const int ProcessesPerAgent = 40;
    private const string ExampleResource = "ThreatEvents.EmbeddedConsole.example-body.json";

    /// <summary>Fields that the vendor's document names and the example lacks.</summary>
    private static readonly string[] RareFields = ["parentProcessGroupId", "parentProcessIsMalicious", "processIsMalicious", "siteId"];

    private static readonly DateTimeOffset Start = new(2021, 12, 14, 20, 23, 47, TimeSpan.Zero);

    public static IEnumerable<StoredEvent> All()
    {
        using var stream = typeof(SampleEvents).Assembly.GetManifestResourceStream(ExampleResource)!;
        using var example = JsonDocument.Parse(stream);
        var events = example.RootElement.GetProperty("data").EnumerateArray().ToList();

        foreach (var given in events)
            yield return StoredEvent.Read(given);

        foreach (var made in Make(Count - events.Count, [.. events[0].EnumerateObject().Select(property => property.Name)]))
            yield return made;
    }

    private static IEnumerable<StoredEvent> Make(int count, string[] usualFields)
    {
        string[] allFields = [.. usualFields.Concat(RareFields).Order(StringComparer.Ordinal)];
        var random = new SampleRandom(Seed);
        var processes = SampleAgent.All.ToDictionary(agent => agent, agent => SampleProcess.Grow(agent, ProcessesPerAgent, Start, random));
        var (id, time) = (1569749506555139868L, Start);

        for (var i = 0; i < count; i++)
        {
            id += random.Between(1_000_000, 90_000_000);
            time = time.AddMilliseconds(random.Below(1200));
            var agent = random.Pick(SampleAgent.All);
            var hasRareFields = random.Chance(20);

            var draft = new EventDraft(hasRareFields ? allFields : usualFields)
            {
                ["id"] = id.ToString(CultureInfo.InvariantCulture),
            };
            draft.Put("createdAt", Recorded(time, random));
            Describe.Event(draft, random.Pick(processes[agent]), hasRareFields, random);

            yield return draft.ToEvent();
        }
    }

    /// <summary>Events come in a little out of order, and some clocks tell whole seconds only.</summary>
    private static DateTimeOffset Recorded(DateTimeOffset time, SampleRandom random)
    {
        var recorded = time.AddMilliseconds(-random.Below(3000)).AddMicroseconds(random.Below(1000));
        return random.Chance(40) ? recorded.AddTicks(-(recorded.Ticks % TimeSpan.TicksPerSecond)) : recorded;
    }
}
