using System.Globalization;
using System.Text.Json;

namespace ThreatEvents.Output.Table;

/// <summary>An event as one line tells it, cell by cell in the order of <see cref="Columns"/>.</summary>
internal static class EventRow
{
    /// <summary>
    /// The most characters that a cell shows, as many as a command line of Windows can have. A cell is cut before it is measured or padded:
    /// what that costs does not grow with what a service sends.
    /// </summary>
    private const int LongestCell = 32 * 1024;

    private const int LongestTime = 64;

    /// <summary>The columns; the last one says what happened and takes the room that is left.</summary>
    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("Created (UTC)", Least: 19, IsDroppedAs: null, Created) { GivesWayFirst = true },
        new("Type", Least: 16, IsDroppedAs: 4, e => JsonText.OfField(e, "eventType")),
        new("Object", Least: 8, IsDroppedAs: 1, e => JsonText.OfField(e, "objectType")),
        new("Process", Least: 10, IsDroppedAs: null, e => JsonText.OfField(e, "processName")),
        new("Pid", Least: 5, IsDroppedAs: 3, e => JsonText.OfField(e, "pid")),
        new("Agent", Least: 10, IsDroppedAs: 2, e => JsonText.OfField(e, "agentName")),
        new("Detail", Least: 22, IsDroppedAs: null, EventDetail.Of),
    ];

    public static string[] Of(JsonElement threatEvent) => [.. Columns.Select(column => SafeText.OneLine(column.Text(threatEvent) ?? "", LongestCell))];

    private static string? Created(JsonElement threatEvent) =>
        JsonText.OfField(threatEvent, "createdAt") is not { } text ? null
        : text.Length <= LongestTime && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)
            : text;
}

/// <summary>A column of the table.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Least">The narrowest that it can be read at.</param>
/// <param name="IsDroppedAs">Its turn to go when the terminal is too narrow for all; null for a column that stays.</param>
/// <param name="Text">What it shows of an event.</param>
internal sealed record Column(string Title, int Least, int? IsDroppedAs, Func<JsonElement, string?> Text)
{
    /// <summary>True where what stands beyond the least width is not missed, as a fraction of a second is not.</summary>
    public bool GivesWayFirst { get; init; }
}
