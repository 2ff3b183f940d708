using System.Text.Json;
using ThreatEvents.EmbeddedConsole;

namespace ThreatEvents.Testing;

/// <summary>The sample's events, parsed once for all tests.</summary>
internal static class Sample
{
    public static IReadOnlyList<JsonElement> Events { get; } = [.. EventStore.Sample.AsJson().Select(json => JsonDocument.Parse(json).RootElement)];

    /// <summary>The same in the order of time, those of one moment as they are listed.</summary>
    public static IEnumerable<JsonElement> EventsInTimeOrder =>
        Events.OrderBy(e => DateTimeOffset.Parse(Text(e, "createdAt")!, System.Globalization.CultureInfo.InvariantCulture));

    public static IEnumerable<string?> Ids => Events.Select(e => Text(e, "id"));

    public static string? Text(JsonElement e, string field) => e.GetProperty(field).GetString();
}
