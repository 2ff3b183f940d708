using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.CSharp.Surface;

namespace Kiln.Generator.Changes.CSharp.Comparing;

/// <summary>Finds types that have another name from the code alone, where the documents do not say it.</summary>
internal static class RenameGuess
{
    /// <summary>A type that moved to another namespace, or whose members are those of one that is gone, and of no other.</summary>
    /// <param name="known">The renames that the documents say, which go before.</param>
    /// <param name="removed">The types that only the old SDK has.</param>
    /// <param name="added">The types that only the new SDK has.</param>
    public static SurfaceRenames With(SurfaceRenames known, IReadOnlyList<TypeSurface> removed, IReadOnlyList<TypeSurface> added)
    {
        var renames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rename in known.Types)
            renames.Add(rename.Key, rename.Value);
        Match(t => $"{t.Keyword} {t.Name}");
        Match(t => t.Members.Items.Count(IsOwn) == 0 ? null : $"{t.Keyword} {string.Join("\n", t.Members.Items.Where(IsOwn).Select(m => m.RuntimeSignature.Replace(t.FullName, "")))}");
        return renames.Count == known.Types.Count ? known : new(renames, known.Members);

        void Match(Func<TypeSurface, string?> key)
        {
            var taken = new HashSet<string>(renames.Values, StringComparer.Ordinal);
            var old = removed.Where(t => t.IsPublic && !renames.ContainsKey(t.FullName)).ToLookup(key);
            foreach (var group in added.Where(t => t.IsPublic && !taken.Contains(t.FullName)).GroupBy(key))
            {
                if (group.Key is not null && group.Count() == 1 && old[group.Key].Count() == 1)
                    renames.Add(old[group.Key].Single().FullName, group.Single().FullName);
            }
        }
    }

    private static bool IsOwn(MemberSurface member) => member.Kind == MemberKind.Property || member.Kind == MemberKind.Method && member.Name != "CreateFromDiscriminatorValue";
}
