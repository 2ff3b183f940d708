using Kiln.Runtime.Paging;

namespace ThreatEvents.Output.Resuming;

/// <summary>Where a later run goes on: what the file holds, and which event comes next.</summary>
internal sealed record ResumePoint
{
    private readonly string? token;

    /// <summary>What was asked for, as <see cref="CommandLine.CommandText.QueryOf"/> has it: tokens are of use with the same query alone.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Whether the service is asked for the order of time because nobody asked for another, and did not refuse it.</summary>
    public bool IsInTimeOrder { get; init; }

    /// <summary>From where the service goes on; null for the start.</summary>
    public string? Token
    {
        get => token ?? Place?.ResumeToken;
        init => token = value;
    }

    /// <summary>The same while reading, when only few of many tokens are ever asked for; null for a point that was kept.</summary>
    public PagePosition? Place { get; init; }

    /// <summary>How many events the file holds.</summary>
    public long Events { get; init; }

    /// <summary>How many bytes they take.</summary>
    public long Length { get; init; }

    /// <summary>The widths of a table's columns; null where they are not decided, or there are none.</summary>
    public IReadOnlyList<int>? Widths { get; init; }

    /// <summary>Whether these are all events: what is left to do is to give the file its name.</summary>
    public bool IsComplete { get; init; }
}
