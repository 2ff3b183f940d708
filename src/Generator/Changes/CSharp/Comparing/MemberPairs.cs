using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.CSharp.Surface;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.CSharp.Comparing;

/// <summary>Finds which member of the new type is which of the old one.</summary>
internal static class MemberPairs
{
    /// <summary>The pairs in the order of the new members; those that are gone come last.</summary>
    /// <param name="old">The members of the old type.</param>
    /// <param name="current">The members of the new type.</param>
    /// <param name="renames">The names of members that are known to have changed.</param>
    public static IReadOnlyList<(MemberSurface? Old, MemberSurface? New)> Of(
        IReadOnlyList<MemberSurface> old, IReadOnlyList<MemberSurface> current, IReadOnlyList<MemberRename> renames)
    {
        var partners = new Dictionary<MemberSurface, MemberSurface>(ByReference<MemberSurface>.Instance);
        var open = new List<MemberSurface>(old);
        Match(m => m.RuntimeSignature, m => m.RuntimeSignature);
        // Of a method whose parameters have changed, the n-th overload is the n-th; a conversion is another one if its types are.
        Match(m => m.Kind == MemberKind.Operator ? null : KindAndName(m, m.Name), m => KindAndName(m, m.Name));
        foreach (var rename in renames)
            Match(m => rename.Of(m.Name) is { } name ? KindAndName(m, name) : null, m => KindAndName(m, m.Name));
        MatchIdentities();

        return [.. current.Select(c => (partners.TryGetValue(c, out var partner) ? partner : null, (MemberSurface?)c)), .. open.Select(o => ((MemberSurface?)o, (MemberSurface?)null))];

        void Match(Func<MemberSurface, string?> oldKey, Func<MemberSurface, string> newKey)
        {
            var byKey = open.Where(o => oldKey(o) is not null).GroupBy(o => oldKey(o)!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<MemberSurface>(g), StringComparer.Ordinal);
            foreach (var member in current.Where(c => !partners.ContainsKey(c)))
            {
                if (byKey.TryGetValue(newKey(member), out var candidates) && candidates.Count > 0)
                    Add(candidates.Dequeue(), member);
            }
        }

        // The same name on the wire, the same value: only where there is one of each.
        void MatchIdentities()
        {
            var gone = open.Where(o => o.Identity.Length > 0).GroupBy(o => o.Identity, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
            var added = current.Where(c => !partners.ContainsKey(c) && c.Identity.Length > 0).GroupBy(c => c.Identity, StringComparer.Ordinal).Where(g => g.Count() == 1).ToList();
            foreach (var group in added)
            {
                if (gone.TryGetValue(group.Key, out var member) && member.Kind == group.Single().Kind)
                    Add(member, group.Single());
            }
        }

        void Add(MemberSurface before, MemberSurface after)
        {
            partners.Add(after, before);
            open.RemoveAt(open.FindIndex(o => ReferenceEquals(o, before)));
        }
    }

    private static string KindAndName(MemberSurface member, string name) => member.Kind == MemberKind.Constructor ? nameof(MemberKind.Constructor) : $"{member.Kind} {name}";
}
