namespace ThreatEvents.CommandLine;

/// <summary>What was asked for on the command line, checked as far as it can be without the service.</summary>
internal sealed record CommandInput
{
    /// <summary>The threat; null for the one that the embedded console knows.</summary>
    public string? ThreatId { get; init; }

    /// <summary>The console to ask; null for the embedded one.</summary>
    public Uri? Console { get; init; }

    public string? TokenFile { get; init; }

    public IReadOnlyList<string> EventTypes { get; init; } = [];

    public IReadOnlyList<string> EventSubTypes { get; init; } = [];

    public string? ProcessNameLike { get; init; }

    public string? EventId { get; init; }

    public string? SortBy { get; init; }

    public string? SortOrder { get; init; }

    /// <summary>Events a page; null for the most that the service gives.</summary>
    public int? PageSize { get; init; }

    public int? Skip { get; init; }

    public string? Cursor { get; init; }

    /// <summary>After how many events to stop.</summary>
    public long Max { get; init; } = long.MaxValue;

    public bool CountOnly { get; init; }

    public OutputFormat Format { get; init; }

    /// <summary>Where to write; null for standard output.</summary>
    public string? OutputFile { get; init; }

    /// <summary>Whether to go on with the file of an earlier run.</summary>
    public bool Resume { get; init; }
}

/// <summary>The shape of what is written.</summary>
internal enum OutputFormat
{
    /// <summary>For reading: one line an event, the fields that say what happened.</summary>
    Table,

    /// <summary>JSON lines: for programs, every field as the service sent it.</summary>
    JsonLines,

    /// <summary>For spreadsheets: every documented field.</summary>
    Csv,
}
