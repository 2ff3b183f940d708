using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison;

/// <summary>Two documents that are compared, and the differences that were found so far.</summary>
internal sealed class ComparisonContext(SdkVersion old, SdkVersion current, LifecycleTerms terms, CancellationToken cancellationToken)
{
    private const string Components = "/components/";

    private readonly List<Found> differences = [];
    private readonly Dictionary<Identity, Found> known = [];

    public SdkVersion Old { get; } = old;

    public SdkVersion Current { get; } = current;

    /// <summary>The schemas and references of the old document.</summary>
    public DocumentNodes OldNodes { get; } = new(old.Spec.Root);

    /// <summary>The schemas and references of the new document.</summary>
    public DocumentNodes CurrentNodes { get; } = new(current.Spec.Root);

    public LifecycleTerms Terms { get; } = terms;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<Difference> Differences => [.. differences.Select(d => d.Complete())];

    /// <summary>An object within another. What operations share is called by its own name, so that what happens to it is one difference and not one for each of them.</summary>
    /// <param name="owner">What it is in.</param>
    /// <param name="old">The object in the old document, at the end of its references; <see langword="null"/> if it is not there.</param>
    /// <param name="current">The same in the new document.</param>
    /// <param name="name">What it is called within its owner.</param>
    public ComparedObject Within(ComparedObject owner, PointedNode? old, PointedNode? current, string name)
    {
        var isShared = IsShared(old, Current, current is null) && IsShared(current, Old, old is null);
        var subject = isShared && (current ?? old)?.Pointer is { } pointer ? string.Join("/", JsonPointer.Parse(pointer).Skip(1)) : $"{owner.Subject} {name}".Trim();
        return owner with { Old = old, Current = current, OldAt = null, CurrentAt = null, Subject = subject };
    }

    // A component that is still there was removed from an operation, or added to it.
    private static bool IsShared(PointedNode? node, SdkVersion other, bool isOnlyHere) =>
        node is not { Pointer: var pointer } || IsComponent(pointer) && !(isOnlyHere && JsonPointer.Find(other.Spec.Root, pointer) is not null);

    // What is in a component is called after it already.
    private static bool IsComponent(string pointer) =>
        pointer.StartsWith(Components, StringComparison.Ordinal) && pointer.IndexOf('/', Components.Length) is > 0 and var name && pointer.IndexOf('/', name + 1) < 0;

    /// <summary>Adds a difference. One that was found before, of a parameter or response that operations share, gets the operations of this one.</summary>
    /// <param name="difference">The difference; <see langword="null"/> where there is none.</param>
    public void Add(Difference? difference)
    {
        if (difference is null)
            return;
        var identity = new Identity(
            difference.Aspect, difference.Action, difference.Direction, difference.Subject, difference.OldPointer, difference.NewPointer, difference.OldValue, difference.NewValue, difference.Traits);
        if (known.TryGetValue(identity, out var found))
        {
            found.Add(difference);
            return;
        }
        found = new(difference);
        known.Add(identity, found);
        differences.Add(found);
    }

    private readonly record struct Identity(
        string Aspect, ChangeAction Action, Direction Direction, string Subject, string? OldPointer, string? NewPointer, string? OldValue, string? NewValue, EquatableArray<string> Traits);

    private sealed class Found(Difference first)
    {
        private readonly List<string> operations = [.. first.Operations];
        private HashSet<string>? seen;
        private ChangePlaces places = first.Places;

        public void Add(Difference other)
        {
            seen ??= new(operations, StringComparer.Ordinal);
            operations.AddRange(other.Operations.Where(seen.Add));
            places |= other.Places;
        }

        public Difference Complete() => seen is null ? first : first with { Operations = operations.ToEquatableArray(), Places = places };
    }
}
