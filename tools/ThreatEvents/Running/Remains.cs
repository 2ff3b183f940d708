using ThreatEvents.CommandLine;
using ThreatEvents.Output;
using ThreatEvents.Output.Resuming;

namespace ThreatEvents.Running;

/// <summary>Says what there is of a reading that ended early, and how the rest can be had.</summary>
internal static class Remains
{
    /// <summary>Longer command lines are for nobody to copy; some systems refuse them as well.</summary>
    private const int LongestCommand = 8 * 1024;

    public static string Written(ResumePoint reached, IOutput output) => reached.Events == 0
        ? "Nothing was written."
        : $"{Count.Of(reached.Events)} {(reached.Events == 1 ? "was" : "were")} written{(output.PartialFile is { } file ? $" to {file}" : "")}.";

    /// <summary>The sentence; null where there is nothing to go on from but the start.</summary>
    public static string? HowToGoOn(CommandInput input, ResumePoint reached, IOutput output)
    {
        if (reached.Events == 0 || reached.Token is null)
            return null;

        if (output.IsResumable)
            return "The same command with --resume goes on from there.";

        // The cursor stands for what was left out, and belongs to the order that was asked for.
        var rest = input with
        {
            Skip = null,
            Cursor = reached.Token,
            Max = input.Max == long.MaxValue ? long.MaxValue : input.Max - reached.Events,
            SortBy = input.SortBy ?? (reached.IsInTimeOrder ? "createdAt" : null),
            SortOrder = input.SortOrder ?? (reached.IsInTimeOrder ? "asc" : null),
        };
        var command = CommandText.Of([.. CommandText.QueryOf(rest), .. input.TokenFile is { } file ? (string[])["--token-file", file] : []]);

        return rest.Max > 0 && command.Length <= LongestCommand ? $"The events behind them: {command}" : null;
    }
}
