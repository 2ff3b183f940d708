namespace ThreatEvents.CommandLine;

/// <summary>The formats by their names, and by the endings of files.</summary>
internal static class Formats
{
    private static readonly Dictionary<string, OutputFormat> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["table"] = OutputFormat.Table,
        ["jsonl"] = OutputFormat.JsonLines,
        ["csv"] = OutputFormat.Csv,
    };

    /// <summary>JSON lines are the only JSON that this command writes, so a file that is to be JSON gets them.</summary>
    private static readonly Dictionary<string, OutputFormat> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jsonl"] = OutputFormat.JsonLines,
        [".ndjson"] = OutputFormat.JsonLines,
        [".json"] = OutputFormat.JsonLines,
        [".csv"] = OutputFormat.Csv,
    };

    /// <summary>The format that was asked for.</summary>
    /// <param name="name">What --format says, which comes first; null where it was not given.</param>
    /// <param name="file">What --output says; its ending comes next. Null where it was not given.</param>
    public static OutputFormat Find(string? name, string? file)
    {
        if (name is null)
            return file is not null && ByExtension.TryGetValue(Path.GetExtension(file), out var format) ? format : OutputFormat.Table;

        return ByName.TryGetValue(name, out var named)
            ? named
            : throw new UsageException($"--format takes {string.Join(", ", ByName.Keys)}, not '{name}'.{Suggestion.For(name, [.. ByName.Keys])}");
    }

    public static string NameOf(OutputFormat format) => ByName.Single(pair => pair.Value == format).Key;
}
