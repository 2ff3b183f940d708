using Kiln.Generator.Changes.CSharp.Code;
using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.CSharp.Surface;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;
using Kiln.Generator.Emission;

namespace Kiln.Generator.Changes.CSharp.Comparing;

/// <summary>Finds what changed in what an SDK offers to other code, from the text of its files.</summary>
internal static class SurfaceComparer
{
    /// <summary>The changes, by the names of types and in the order of their members.</summary>
    public static IReadOnlyList<MemberChange> Compare(IReadOnlyList<SourceFile> oldFiles, IReadOnlyList<SourceFile> newFiles) =>
        Compare(oldFiles, newFiles, null);

    /// <param name="oldFiles">The files of the old SDK.</param>
    /// <param name="newFiles">The files of the new SDK.</param>
    /// <param name="renames">The names that are known to have changed; <see langword="null"/> where only the code can tell.</param>
    public static IReadOnlyList<MemberChange> Compare(IReadOnlyList<SourceFile> oldFiles, IReadOnlyList<SourceFile> newFiles, SurfaceRenames? renames)
    {
        var (changedOld, changedNew) = (NotIn(newFiles, oldFiles), NotIn(oldFiles, newFiles));
        if (changedOld.Count + changedNew.Count == 0)
            return [];
        var (oldTypes, newTypes) = (DeclaredTypes.Of(oldFiles), DeclaredTypes.Of(newFiles));
        var current = new SurfaceReader(newTypes, SurfaceRenames.None);
        var newNames = changedNew.SelectMany(current.TypesIn).Distinct().ToList();
        var old = new SurfaceReader(oldTypes, SurfaceRenames.None);
        var oldNames = changedOld.SelectMany(old.TypesIn).Distinct().ToList();
        renames = RenameGuess.With(
            renames ?? SurfaceRenames.None,
            oldNames.Where(n => !newTypes.Contains(n)).Select(old.Read).OfType<TypeSurface>().ToList(),
            newNames.Where(n => !oldTypes.Contains(n)).Select(current.Read).OfType<TypeSurface>().ToList());
        if (renames.Types.Count > 0)
            old = old.With(renames);
        var names = oldNames.Select(renames.Of).Union(newNames).OrderBy(n => n, StringComparer.Ordinal).ToList();
        var visible = renames;
        renames = HiddenRenames.With(visible, names, old, current);
        if (renames != visible)
            old = old.With(renames);

        var comparer = new TypeComparer(old, current, renames);
        return [.. names.SelectMany(n => Types(old.ReadCurrent(n), current.Read(n), comparer))];
    }

    private static List<SourceFile> NotIn(IReadOnlyList<SourceFile> others, IReadOnlyList<SourceFile> files)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in others)
            texts[file.HintName] = file.Text;
        return [.. files.Where(f => !texts.TryGetValue(f.HintName, out var text) || text != f.Text)];
    }

    private static IEnumerable<MemberChange> Types(TypeSurface? old, TypeSurface? current, TypeComparer comparer)
    {
        // What other code cannot use does not come or go for it: what counts is what it does.
        if (old is { IsPublic: false } && current is { IsPublic: false })
            return comparer.Code(old, current);
        (old, current) = (old is { IsPublic: true } ? old : null, current is { IsPublic: true } ? current : null);
        if (old is not null && current is not null)
            return comparer.Compare(old, current);
        return (old ?? current) is not { } type ? [] :
        [
            new(old is null ? MemberChangeKind.Added : MemberChangeKind.Removed, old?.OwnName, current?.FullName,
                [new(SurfaceAspect.Existence, old is null ? CSharpEffects.None : CSharpEffectSets.Breaking)])
            {
                OldType = old?.OwnName,
                NewType = current?.FullName,
                OldDeclaration = old?.Declaration,
                NewDeclaration = current?.Declaration,
                References = [type.FullName],
            },
        ];
    }
}
