using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Changes.Comparison.Schemas.Pairs;

/// <summary>A difference between two schemas, before it is known where they are used.</summary>
/// <param name="Aspect">What differs: one of <see cref="Aspects"/>.</param>
/// <param name="Action">What happened to it.</param>
/// <param name="Subject">What it is about.</param>
internal sealed record SchemaDifference(string Aspect, ChangeAction Action, string Subject)
{
    /// <summary>Whether it is about something inside of the schema, such as one of its properties.</summary>
    public bool IsInside { get; init; }

    public string? OldValue { get; init; }

    public string? NewValue { get; init; }

    public SourceLocation? Old { get; init; }

    public SourceLocation? New { get; init; }

    public string? OldPointer { get; init; }

    public string? NewPointer { get; init; }

    /// <summary>What the schemas say themselves; where they are used adds to it.</summary>
    public IReadOnlyList<string> Traits { get; init; } = [];
}
