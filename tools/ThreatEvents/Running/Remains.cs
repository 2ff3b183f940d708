using ThreatEvents.CommandLine;
using ThreatEvents.Output;
using ThreatEvents.Output.Resuming;

namespace ThreatEvents.Running;

/// <summary>Says what there is of a reading that ended early, and how the rest can be had.</summary>
internal static class Remains
{
    /// <summary>Longer command lines are for nobody to copy; some systems refuse them as well.</summary>
    private const int LongestCommand = 8 * 1024;

    public static string Written(ResumePoint written, IOutput output) => written.Events == 0
        ? "Nothing was written."
        : $"{Count.Of(written.Events)} {(written.Events == 1 ? "was" : "were")} written{(output.PartialFile is { } file ? $" to {file}" : "")}.";

    /// <summary>The sentence; null where there is nothing to go on from but the start.</summary>
    /// <param name="input">What was asked for.</param>
    /// <param name="written">As far as the output has it.</param>
    /// <param name="output">The output.</param>
    public static string? HowToGoOn(CommandInput input, ResumePoint written, IOutput output)
    {
        if (output.IsResumable)
        {
            // A part of a first line can be there that a full disk has cut.
            return output.PartialFile is null ? null : $"The same command with --resume {(written.Events == 0 ? "starts again" : "continues from there")}.";
        }

        if (written.Events == 0 || written.Token is null)
            return null;

        // The cursor stands for what was left out, and belongs to the order that was asked for.
        var rest = input with
        {
            Skip = null,
            Cursor = written.Token,
            Max = input.Max == long.MaxValue ? long.MaxValue : input.Max - written.Events,
            SortBy = input.SortBy ?? (written.IsInTimeOrder ? "createdAt" : null),
            SortOrder = input.SortOrder ?? (written.IsInTimeOrder ? "asc" : null),
        };
        var command = CommandText.Of([.. CommandText.QueryOf(rest), .. input.TokenFile is { } file ? (string[])["--token-file", file] : []]);

        return rest.Max > 0 && command.Length <= LongestCommand ? $"To read the remaining events: {command}" : null;
    }
}
