using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Changes.Comparison;

/// <summary>One difference between two documents, before a rule says what it means.</summary>
/// <example>The aspect <c>enum-value</c> of <c>Pet.status</c>, removed, with the old value <c>sold</c>, in responses.</example>
/// <param name="Aspect">What differs: one of <see cref="Aspects"/>.</param>
/// <param name="Action">What happened to it.</param>
/// <param name="Direction">Which way the data goes.</param>
/// <param name="Places">Where the schema is used; none for what is no schema.</param>
/// <param name="Subject">What it is about, in the words of the document: <c>Pet.status</c>.</param>
internal sealed record Difference(string Aspect, ChangeAction Action, Direction Direction, ChangePlaces Places, string Subject)
{
    /// <summary>What the old document says, short; <see langword="null"/> for nothing.</summary>
    public string? OldValue { get; init; }

    /// <summary>What the new document says, short; <see langword="null"/> for nothing.</summary>
    public string? NewValue { get; init; }

    public SourceLocation? Old { get; init; }

    public SourceLocation? New { get; init; }

    /// <summary>The pointer, in the old normal form, of the object that changed: the operation, parameter, property or schema. Names in C# are found by it.</summary>
    public string? OldPointer { get; init; }

    /// <summary>The same in the new normal form.</summary>
    public string? NewPointer { get; init; }

    /// <summary>The operations that it concerns: <c>GET /pets</c>.</summary>
    public EquatableArray<string> Operations { get; init; } = [];

    /// <summary>What else decides which rule applies, such as <c>required</c> or <c>read-only</c>: of <see cref="Traits"/>.</summary>
    public EquatableArray<string> Traits { get; init; } = [];

    public bool Has(string trait) => Traits.Items.Contains(trait);
}
