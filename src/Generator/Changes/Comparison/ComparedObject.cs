using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.Comparison;

/// <summary>An object of the old document with its counterpart in the new one.</summary>
/// <example>The parameter <c>limit</c> of <c>GET /pets</c>.</example>
/// <param name="Old">The object, at the end of its references; <see langword="null"/> if only the new document has it.</param>
/// <param name="Current">The same of the new document.</param>
/// <param name="Subject">What it is called: <c>GET /pets query limit</c>.</param>
/// <param name="Operation">The operation that it belongs to; empty for none.</param>
internal sealed record ComparedObject(PointedNode? Old, PointedNode? Current, string Subject, string Operation)
{
    public Direction Direction { get; init; }

    public ChangePlaces Places { get; init; }

    /// <summary>Whether it belongs to a request that the service sends.</summary>
    public bool IsOutgoing { get; init; }

    /// <summary>What a difference points at in the old document, if that is not the object as a whole: the value of a key, a reference to it.</summary>
    public PointedNode? OldAt { get; init; }

    /// <summary>The same of the new document.</summary>
    public PointedNode? CurrentAt { get; init; }

    /// <summary>The same object, with the value of a key to point at where it has one.</summary>
    public ComparedObject At(string key) => this with { OldAt = Old?.Child(key) ?? Old, CurrentAt = Current?.Child(key) ?? Current };

    /// <summary>What a schema in this object is used for.</summary>
    public SchemaUse Use => new(Direction, Places, Subject, Operation);

    /// <summary>One difference of this object.</summary>
    /// <param name="aspect">What differs: one of <see cref="Aspects"/>.</param>
    /// <param name="action">What happened to it.</param>
    /// <param name="oldValue">What the old document says.</param>
    /// <param name="newValue">What the new document says.</param>
    /// <param name="traits">What else decides which rule applies.</param>
    public Difference Differs(string aspect, ChangeAction action, string? oldValue, string? newValue, params string[] traits) =>
        new(aspect, action, Direction, Places, Subject)
        {
            OldValue = oldValue,
            NewValue = newValue,
            Old = (OldAt ?? Old)?.Location,
            New = (CurrentAt ?? Current)?.Location,
            OldPointer = Old?.Pointer,
            NewPointer = Current?.Pointer,
            Operations = Operation.Length == 0 ? [] : [Operation],
            Traits = IsOutgoing ? [.. traits, Comparison.Traits.Outgoing] : traits.ToEquatableArray(),
        };

    /// <summary>The difference between two values, of which either may be missing; <see langword="null"/> if they are equal.</summary>
    public Difference? Compared(string aspect, string? oldValue, string? newValue, params string[] traits) => (oldValue, newValue) switch
    {
        _ when string.Equals(oldValue, newValue, StringComparison.Ordinal) => null,
        (null, _) => Differs(aspect, ChangeAction.Added, null, newValue, traits),
        (_, null) => Differs(aspect, ChangeAction.Removed, oldValue, null, traits),
        _ => Differs(aspect, ChangeAction.Changed, oldValue, newValue, traits),
    };
}
