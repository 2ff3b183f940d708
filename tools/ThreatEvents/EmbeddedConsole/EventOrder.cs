using System.Globalization;

namespace ThreatEvents.EmbeddedConsole;

/// <summary>The order of the answer. Without a field it is the order in which the events are listed.</summary>
internal sealed record EventOrder(string? Field, bool IsDescending)
{
    private static readonly Dictionary<string, Func<string, IComparable?>> Keys = new(StringComparer.Ordinal)
    {
        ["id"] = Number,
        ["createdAt"] = Time,
        ["eventType"] = Text,
        ["fileSize"] = Number,
        ["fileType"] = Text,
        ["registryPath"] = Text,
        ["registryId"] = Text,
        ["registryClassification"] = Text,
        ["pid"] = Number,
        ["processName"] = Text,
    };

    public static IReadOnlyCollection<string> Fields => Keys.Keys;

    /// <summary>Events without a value for the field come last both ways; equal ones keep their listed order.</summary>
    public IEnumerable<StoredEvent> Apply(IEnumerable<StoredEvent> events)
    {
        if (Field is null)
            return IsDescending ? events.Reverse() : events;

        var keyed = events.Select(e => (Event: e, Key: e[Field] is { } text ? Keys[Field](text) : null)).OrderBy(pair => pair.Key is null);

        return (IsDescending ? keyed.ThenByDescending(pair => pair.Key) : keyed.ThenBy(pair => pair.Key)).Select(pair => pair.Event);
    }

    private static IComparable? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IComparable? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static OrdinalText Text(string text) => new(text);

    /// <summary>Text that compares by code unit, so that the order is the same on every machine.</summary>
    private sealed record OrdinalText(string Value) : IComparable
    {
        public int CompareTo(object? obj) => string.CompareOrdinal(Value, (obj as OrdinalText)?.Value);
    }
}
