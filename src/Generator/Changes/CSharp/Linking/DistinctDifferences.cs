using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>
/// Differences in groups: those from which the same changes of the SDK follow are one. Of a schema that has lost a thousand subschemas each difference would be linked with each of the
/// thousand properties that are gone.
/// </summary>
internal sealed class DistinctDifferences
{
    private readonly IReadOnlyList<Difference> all;
    private readonly int[] positions;

    private DistinctDifferences(IReadOnlyList<Difference> all, IReadOnlyList<Difference> items, int[] positions) => (this.all, Items, this.positions) = (all, items, positions);

    /// <summary>One of each kind.</summary>
    public IReadOnlyList<Difference> Items { get; }

    public static DistinctDifferences Of(IReadOnlyList<Difference> all)
    {
        var (items, known, positions) = (new List<Difference>(), new Dictionary<Key, int>(), new int[all.Count]);
        for (var i = 0; i < all.Count; i++)
        {
            var key = KeyOf(all[i]);
            if (!known.TryGetValue(key, out positions[i]))
            {
                known.Add(key, positions[i] = items.Count);
                items.Add(all[i]);
            }
        }
        return new(all, items, positions);
    }

    /// <summary>What was linked with one of each kind, for all.</summary>
    public LinkedChanges Expand(LinkedChanges linked) => linked with { Differences = [.. all.Select((d, i) => linked.Differences[positions[i]] with { Difference = d })] };

    // The values of an enum have members of their own.
    private static Key KeyOf(Difference difference) => new(
        difference.Aspect, difference.Action, difference.Direction, difference.Places, difference.OldPointer, difference.NewPointer,
        difference.Aspect == Aspects.EnumValue ? difference.OldValue : null, difference.Aspect == Aspects.EnumValue ? difference.NewValue : null, difference.Traits);

    private readonly record struct Key(
        string Aspect, ChangeAction Action, Direction Direction, ChangePlaces Places, string? OldPointer, string? NewPointer, string? OldValue, string? NewValue, EquatableArray<string> Traits);
}
