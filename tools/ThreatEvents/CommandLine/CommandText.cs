using System.Buffers;
using System.Globalization;

namespace ThreatEvents.CommandLine;

/// <summary>A command line that asks for the same, in one spelling: to be shown, and to know a query again.</summary>
internal static class CommandText
{
    private static readonly SearchValues<char> NeedsNoQuotes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.,:/=+@%");

    /// <summary>The arguments that decide which events are written, in which order and format, and none of the others.</summary>
    public static IReadOnlyList<string> QueryOf(CommandInput input) =>
    [
        .. input.ThreatId is { } threat ? (string[])[threat] : [],
        .. Option("--console", input.Console?.AbsoluteUri),
        .. Option("--event-type", Joined(input.EventTypes)),
        .. Option("--event-sub-type", Joined(input.EventSubTypes)),
        .. Option("--process-name-like", input.ProcessNameLike),
        .. Option("--event-id", input.EventId),
        .. Option("--sort-by", input.SortBy),
        .. Option("--sort-order", input.SortOrder),
        .. Option("--limit", input.PageSize?.ToString(CultureInfo.InvariantCulture)),
        .. Option("--skip", input.Skip?.ToString(CultureInfo.InvariantCulture)),
        .. Option("--cursor", input.Cursor),
        .. Option("--max", input.Max == long.MaxValue ? null : input.Max.ToString(CultureInfo.InvariantCulture)),
        .. Option("--format", Formats.NameOf(input.Format)),
    ];

    /// <summary>Arguments as a person would type them into a shell (POSIX).</summary>
    public static string Of(IReadOnlyList<string> arguments) => string.Join(' ', ["threat-events", .. arguments.Select(Quoted)]);

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];

    private static string? Joined(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join(',', values);

    private static string Quoted(string argument) =>
        argument.Length > 0 && !argument.AsSpan().ContainsAnyExcept(NeedsNoQuotes) ? argument : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
