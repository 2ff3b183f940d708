using Kiln.Generator.Shapes.Names;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Pipeline.Pins;

/// <summary>The pins that there are beside those that there should be.</summary>
/// <param name="Pins">The pins to be: each keeps the name that it has.</param>
/// <param name="Added">Names that are not pinned yet.</param>
/// <param name="Dropped">Pins that match nothing: what they named is gone, or has its name from the document now.</param>
/// <param name="Renamed">Pins whose name something else has, and the name that C# has in place of it.</param>
/// <param name="Open">Names that cannot be pinned, as the document has what they are of in no place of its own.</param>
internal sealed record PinComparison(
    IReadOnlyList<Pin> Pins, IReadOnlyList<Pin> Added, IReadOnlyList<Pin> Dropped, IReadOnlyList<(Pin Pin, string Name)> Renamed, IReadOnlyList<NameUse> Open)
{
    /// <summary>Whether nothing has to change.</summary>
    public bool IsCurrent => Added.Count + Dropped.Count + Renamed.Count == 0;

    /// <summary>Compares them.</summary>
    /// <param name="existing">The pins that there are.</param>
    /// <param name="names">The names with these pins.</param>
    /// <param name="written">The document as it is written, without these pins.</param>
    public static PinComparison Of(IReadOnlyList<Pin> existing, SdkNames names, SpecMap written)
    {
        var plan = PinPlanner.Plan(names, written);
        var old = existing.GroupBy(p => p.Place).ToDictionary(g => g.Key, g => g.Last());
        var planned = new HashSet<(string, string, string?)>(plan.Pins.Select(p => p.Place));
        return new(
            [.. plan.Pins.Select(p => old.TryGetValue(p.Place, out var kept) ? kept : p)],
            [.. plan.Pins.Where(p => !old.ContainsKey(p.Place))],
            [.. old.Values.Where(p => !planned.Contains(p.Place))],
            [.. plan.Pins.Where(p => old.TryGetValue(p.Place, out var kept) && kept.Name != p.Name).Select(p => (old[p.Place], p.Name))],
            plan.Open);
    }
}
