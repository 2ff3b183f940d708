using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Changes.Findings;

/// <summary>One thing to tell about drift: between two documents, between code and document, or between the service and the document.</summary>
/// <param name="Id">The rule, such as <c>enum-value-removed</c>.</param>
/// <param name="Severity">What it means to clients.</param>
/// <param name="Message">What changed, in a sentence, without its place.</param>
internal sealed record Finding(string Id, FindingSeverity Severity, string Message)
{
    /// <summary>The ids that oasdiff gives the same change.</summary>
    public EquatableArray<string> Aliases { get; init; } = [];

    public Direction Direction { get; init; }

    /// <summary>What it is about, in the words of the document: <c>GET /pets</c>, <c>Pet.name</c>. It does not depend on where the text stands.</summary>
    public string Subject { get; init; } = "";

    public CSharpEffects CSharp { get; init; }

    /// <summary>The full name of the C# type or member: of the new SDK, or of the old one if it is gone. <see langword="null"/> for none.</summary>
    public string? Member { get; init; }

    /// <summary>The declaration of the member in the old SDK, in one line.</summary>
    public string? OldCode { get; init; }

    /// <summary>The declaration of the member in the new SDK, in one line.</summary>
    public string? NewCode { get; init; }

    /// <summary>Where it is in the old document; <see langword="null"/> if it was not there.</summary>
    public SourceLocation? Old { get; init; }

    /// <summary>Where it is in the new document; <see langword="null"/> if it is no longer there.</summary>
    public SourceLocation? New { get; init; }

    /// <summary>What the old document says there, short; <see langword="null"/> for nothing.</summary>
    public string? OldText { get; init; }

    /// <summary>What the new document says there, short; <see langword="null"/> for nothing.</summary>
    public string? NewText { get; init; }

    /// <summary>The operations that it concerns: <c>GET /pets</c>.</summary>
    public EquatableArray<string> Operations { get; init; } = [];

    /// <summary>How often it was seen in traffic; <see langword="null"/> for a finding about documents or code.</summary>
    public Observation? Observation { get; init; }
}
