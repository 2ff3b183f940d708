using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Unions;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>
/// Names the inline types that do not get the name of their only place: none of these names depends on the order in which the document has its paths, schemas and properties.
/// </summary>
/// <param name="types">All inline types.</param>
/// <param name="isFree">Whether a name is free.</param>
/// <param name="take">Takes a name for a type.</param>
/// <param name="byCases">The names that the cases of a union make, the best first.</param>
internal sealed class InlineTypeNames(InlineTypes types, Func<InlineType, string, bool> isFree, Action<InlineType, string> take, Func<UnionSchema, UnionNameChoices> byCases)
{
    /// <summary>Names them, those first whose names the document chooses.</summary>
    public void TakeAll()
    {
        foreach (var type in InOrder(types.All.Where(t => t.Chosen is not null)))
            take(type, type.Chosen!);
        foreach (var type in InOrder(Unnamed.Where(IsComponent)))
            TakeFirst(type, [ExceptionNames.ModelOf(type.Context), ContextualNames.With(type.Context, KindOf(type))]);
        foreach (var titled in Unnamed.Where(t => t.Title is not null).GroupBy(t => t.Title!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            TakeIfFree(InOrder(titled).OrderByDescending(t => t.Uses.Count).First(), titled.Key);
        TakeUnions();
        TakeShort();
        foreach (var type in InOrder(Unnamed.Where(IsShared)))
            TakeFirst(type, ByOwner(type));
    }

    private IReadOnlyList<InlineType> Unnamed => [.. types.All.Where(t => t.TypeName is null)];

    private static bool IsShared(InlineType type) => type.Uses.Count > 1;

    private static bool IsComponent(InlineType type) => type.Title is null && type.Uses[0].IsOwnersOwn && type.Uses.All(u => u.Owner == type.Uses[0].Owner);

    private static string KindOf(InlineType type) => $"{((NamedOwner)type.Uses[0].Owner).Kind}";

    // A union says what it is by its cases; one that leaves out some of them gives way to the one that has exactly the others.
    private void TakeUnions()
    {
        var unions = InOrder(Unnamed.Where(t => IsShared(t) && t.Schema is UnionSchema)).Select(t => (Type: t, Names: byCases((UnionSchema)t.Schema))).ToList();
        foreach (var (type, names) in unions.Where(u => u.Names.IsWhole).Concat(unions.Where(u => !u.Names.IsWhole)))
        {
            if (names.All.FirstOrDefault(n => isFree(type, n)) is { } name)
                take(type, name);
        }
    }

    // The short name where components call nothing else so, and operations nothing else half as often: one operation more or less hardly changes that.
    private void TakeShort()
    {
        foreach (var called in Unnamed.Where(t => t.Called is not null).GroupBy(t => t.Called!.Value.Alone, StringComparer.OrdinalIgnoreCase).OrderBy(g => g.Key, StringComparer.Ordinal).ToList())
        {
            var most = called.OrderByDescending(t => t.Uses.Count).First();
            if (IsShared(most) && called.All(t => t == most || IsInOperations(t) && t.Uses.Count * 2 <= most.Uses.Count))
                TakeIfFree(most, most.Called!.Value.Alone);
        }
    }

    private static bool IsInOperations(InlineType type) => type.Uses.All(u => PathOf(u.Owner) is not null);

    private static IEnumerable<string> ByOwner(InlineType type)
    {
        if (type.Called is { } called && PlaceOf(type) is { Length: > 0 } place)
            yield return called.In(place);

        var components = type.Uses.Where(u => u.IsOwnersOwn).Select(u => u.Context).OrderBy(c => c, StringComparer.Ordinal);
        foreach (var context in components)
            yield return context;
        var contexts = type.Uses.Select(u => u.Context).OrderBy(c => c.Length).ThenBy(c => c, StringComparer.Ordinal).ToList();
        if (type.Called is { } word && CommonWords.Of(contexts, word.Alone) is { } common)
            yield return common;
        foreach (var context in contexts)
            yield return context;
        if (type.Title is { } title)
            yield return ContextualNames.Member(type.Context, title);
        yield return ContextualNames.With(type.Context, type.Schema is ObjectSchema ? "Object" : "Value");
    }

    // What contains all places; of several operations the last word of the path that most of them have, which one operation more or less hardly changes.
    private static string PlaceOf(InlineType type)
    {
        if (type.Parent is not (PathOwner or DocumentOwner) || !IsInOperations(type))
            return type.Parent.Name;
        var words = type.Uses.Select(u => PathOf(u.Owner)!.Name).Where(w => w.Length > 0).GroupBy(w => w, StringComparer.Ordinal);
        var most = words.OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        return most?.Count() > 1 ? most.Key : type.Parent.Name;
    }

    // The path of the operations that something is in; null for what a component has.
    private static Owner? PathOf(Owner owner) => owner switch
    {
        InlineType type => PathOf(type.Parent),
        NamedOwner { Kind: OwnerKind.Operation, Parent: { } path } => path,
        PathOwner => owner,
        _ => null,
    };

    private void TakeIfFree(InlineType type, string name)
    {
        if (isFree(type, name))
            take(type, name);
    }

    private void TakeFirst(InlineType type, IEnumerable<string> names) => take(type, names.FirstOrDefault(n => isFree(type, n)) ?? type.Context);

    // What contains others comes before them, as their names begin with its own.
    private static IEnumerable<InlineType> InOrder(IEnumerable<InlineType> all) =>
        [.. all.OrderBy(t => t.Depth).ThenBy(t => t.Context, StringComparer.Ordinal).ThenBy(t => t.FirstPointer, StringComparer.Ordinal)];
}
