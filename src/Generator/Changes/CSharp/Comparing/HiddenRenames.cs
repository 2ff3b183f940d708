using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.CSharp.Surface;

namespace Kiln.Generator.Changes.CSharp.Comparing;

/// <summary>
/// Finds security requirements that have another name and the same value. Their names follow from those of the others, so that one that comes or goes renames them: code that uses
/// them by another name does the same.
/// </summary>
internal static class HiddenRenames
{
    private const string Security = "Security";

    /// <param name="known">The renames that are known already.</param>
    /// <param name="names">The full names of the types that have changed, in the new SDK.</param>
    /// <param name="old">Reads the types of the old SDK.</param>
    /// <param name="current">Reads the types of the new SDK.</param>
    public static SurfaceRenames With(SurfaceRenames known, IEnumerable<string> names, SurfaceReader old, SurfaceReader current)
    {
        var found = names.Where(n => n.EndsWith(Security, StringComparison.Ordinal))
            .SelectMany(n => old.ReadCurrent(n) is { IsPublic: false } before && current.Read(n) is { IsPublic: false } after ? Of(before, after) : [])
            .ToList();
        return found.Count == 0 ? known : new(known.Types, [.. known.Members, .. found]);
    }

    private static IEnumerable<MemberRename> Of(TypeSurface old, TypeSurface current)
    {
        var values = ByValue(current);
        return from field in ByValue(old)
               where values.TryGetValue(field.Key, out var name) && name != field.Value
               select new MemberRename(current.FullName, field.Value, values[field.Key], IsOperation: false) { IsHidden = true };
    }

    private static Dictionary<string, string> ByValue(TypeSurface type) => type.Members.Items.Where(m => m.Kind == MemberKind.Field && m.Code.Length > 0)
        .GroupBy(m => m.Code, StringComparer.Ordinal)
        .Where(g => g.Count() == 1)
        .ToDictionary(g => g.Key, g => g.Single().Name, StringComparer.Ordinal);
}
