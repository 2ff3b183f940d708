using System.Text.RegularExpressions;
using Kiln.Generator.Changes.CSharp.Code;
using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Shapes.Names;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>Finds the names that have changed: what is at the same place of both documents, and is called otherwise.</summary>
internal static class SdkRenames
{
    private static readonly HashSet<NameKind> Types =
    [
        NameKind.Class, NameKind.Enum, NameKind.Union, NameKind.Query, NameKind.HeaderParameters, NameKind.Result, NameKind.Form, NameKind.Headers, NameKind.Exception, NameKind.Client,
    ];

    private static readonly HashSet<NameKind> Members = [NameKind.Property, NameKind.Value, NameKind.Parameter, NameKind.Header, NameKind.Credential, NameKind.Server];

    private static readonly HashSet<NameKind> Operations = [NameKind.Method, NameKind.Operation];

    /// <param name="old">The old side.</param>
    /// <param name="current">The new side.</param>
    /// <param name="differences">Those that say that something has moved.</param>
    public static SurfaceRenames Of(SdkVersion old, SdkVersion current, IReadOnlyList<Difference> differences)
    {
        var moves = differences
            .Where(d => d.OldPointer is { Length: > 0 } && d.NewPointer is { Length: > 0 } && d.OldPointer != d.NewPointer)
            .Select(d => (Old: Template(d.OldPointer!), New: Template(d.NewPointer!)))
            .Where(m => m.Old != m.New)
            .Distinct()
            .GroupBy(m => m.Old, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().New, StringComparer.Ordinal);
        var wires = differences
            .Where(d => d is { Aspect: Aspects.Parameter, Action: ChangeAction.Renamed, OldPointer: not null, OldValue: not null, NewValue: not null })
            .GroupBy(d => (d.OldPointer!, d.OldValue!))
            .ToDictionary(g => g.Key, g => g.First().NewValue!);
        var pairs = Pairs(old.Names.Items.Where(n => n.Pointer is not null), current.Names.Items.Where(n => n.Pointer is not null), moves, wires).ToList();

        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        var (oldTypes, newTypes) = (DeclaredTypes.Of(old.Files), DeclaredTypes.Of(current.Files));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (before, after) in pairs)
        {
            // A builder has the name of the path; its operations have its pointer.
            var (oldType, newType) = Types.Contains(before.Kind) ? (before.FullName, after.FullName) : (before.Owner, after.Owner);
            if (oldType != newType && oldTypes.Contains(oldType) && newTypes.Contains(newType) && !newTypes.Contains(oldType) && !oldTypes.Contains(newType)
                && !types.ContainsKey(oldType) && taken.Add(newType))
                types.Add(oldType, newType);
        }
        var members = new List<MemberRename>();
        foreach (var (before, after) in pairs)
        {
            if (before.Name != after.Name && !Types.Contains(before.Kind) && (types.TryGetValue(before.Owner, out var owner) ? owner : before.Owner) == after.Owner)
                members.Add(new(after.Owner, before.Name, after.Name, Operations.Contains(before.Kind)));
        }
        // The longest name first: of the operations Get and GetAll, GetAllAsync is the second's.
        return new(types, [.. members.Distinct().OrderByDescending(m => m.Old.Length)]);
    }

    private static IEnumerable<(NameUse Old, NameUse New)> Pairs(IEnumerable<NameUse> old, IEnumerable<NameUse> current, Dictionary<string, string> moves, Dictionary<(string Pointer, string Wire), string> wires)
    {
        var byKey = current.GroupBy(n => Key(n, Template(n.Pointer!)), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var group in old.GroupBy(n => Key(wires.TryGetValue((n.Pointer!, n.Wire), out var wire) ? n with { Wire = wire } : n, Moved(Template(n.Pointer!), moves)), StringComparer.Ordinal))
        {
            // Where several names have one pointer, it does not identify them.
            if (byKey.TryGetValue(group.Key, out var candidates) && candidates.Count == 1 && group.Count() == 1)
                yield return (group.Single(), candidates[0]);
        }
    }

    private static string Key(NameUse use, string pointer)
    {
        var kind = use.Kind is NameKind.Class or NameKind.Enum or NameKind.Union ? NameKind.Class : use.Kind;
        // The pointer of a property has its name on the wire, and leads to the new one where that has changed.
        var wire = Members.Contains(use.Kind) && use.Kind != NameKind.Property ? use.Wire : use.Kind == NameKind.Property && !use.Pointer!.EndsWith("/" + Specs.Tree.JsonPointer.Escape(use.Wire), StringComparison.Ordinal) ? use.Wire : "";
        return $"{kind} {pointer} {wire}";
    }

    // The new pointer of what has moved itself, or is in something that has.
    private static string Moved(string pointer, Dictionary<string, string> moves)
    {
        for (var end = pointer.Length; end > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            if (moves.TryGetValue(pointer.Substring(0, end), out var target))
                return target + pointer.Substring(end);
        }
        return pointer;
    }

    // The parameters of a path may be called anything.
    private static string Template(string pointer) =>
        pointer.StartsWith("/paths/", StringComparison.Ordinal) && pointer.IndexOf('{') > 0 ? Regex.Replace(pointer, @"\{[^}/]*\}", "{}", RegexOptions.CultureInvariant) : pointer;
}
