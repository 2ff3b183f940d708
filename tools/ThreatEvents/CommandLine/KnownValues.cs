using SentinelOne.ThreatEvents.Models;
using ThreatEvents.Running;

namespace ThreatEvents.CommandLine;

/// <summary>The values that the SDK's document names. Others are sent on with a warning: services grow values.</summary>
internal static class KnownValues
{
    public static IReadOnlyList<string> EventTypes { get; } = [.. EventType.KnownValues.Select(known => known.Value)];

    public static IReadOnlyList<string> EventSubTypes { get; } = [.. EventSubType.KnownValues.Select(known => known.Value)];

    public static IReadOnlyList<string> SortFields { get; } = [.. SortField.KnownValues.Select(known => known.Value)];

    public static IReadOnlyList<string> SortOrders { get; } = [.. SortOrder.KnownValues.Select(known => known.Value)];

    public static string List(IReadOnlyList<string> known) => string.Join(", ", known);

    /// <summary>Values that were repeated or joined with commas, in the document's spelling.</summary>
    public static IReadOnlyList<string> Match(string option, IReadOnlyList<string>? values, IReadOnlyList<string> known, Messages messages)
    {
        string[] items = [.. (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries))];
        if (items.Contains(""))
            throw new UsageException($"The value of {option} is empty.");

        return [.. items.Select(item => Spelling(option, item, known, messages)).Distinct()];
    }

    public static string? MatchOne(string option, string? value, IReadOnlyList<string> known, Messages messages) =>
        Checks.NotEmpty(option, value) is { } text ? Spelling(option, text, known, messages) : null;

    private static string Spelling(string option, string value, IReadOnlyList<string> known, Messages messages)
    {
        if (known.FirstOrDefault(name => name.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } spelling)
            return spelling;

        messages.Say($"Warning: {option} '{value}' is not a documented value and is sent unchanged.{Suggestion.For(value, known)} Documented values: {List(known)}.");
        return value;
    }
}
