using Kiln.Generator.Changes.CSharp.Comparing;
using Kiln.Generator.Changes.CSharp.Model;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Names;

namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>Finds out which changes of the SDK follow from which differences of the documents.</summary>
internal sealed class MemberLinker
{
    private readonly SideNames oldNames;
    private readonly SideNames newNames;
    private readonly ChangeIndex oldChanges;
    private readonly ChangeIndex newChanges;
    private readonly IReadOnlyList<MemberChange> changes;
    private readonly NameUse? client;
    private readonly IReadOnlyList<Difference> differences;
    private readonly HashSet<MemberChange> components;
    private readonly HashSet<string> componentPointers;

    // Two overloads can have equal changes. Of each change what the differences that it follows from explain, and those differences.
    private readonly Dictionary<MemberChange, List<(int Difference, SurfaceAspect Mask)>> claims = new(ByReference<MemberChange>.Instance);
    private readonly Dictionary<int, List<MemberChange>> claimed = [];

    private MemberLinker(SdkVersion old, SdkVersion current, IReadOnlyList<MemberChange> changes, IReadOnlyList<Difference> differences)
    {
        (oldNames, newNames, this.changes, this.differences) = (new(old), new(current), changes, differences);
        oldChanges = new(changes, oldNames, c => c.OldType, c => c.OldName);
        newChanges = new(changes, newNames, c => c.NewType, c => c.NewName);
        client = current.Names.Items.FirstOrDefault(n => n.Kind == NameKind.Client);
        componentPointers = new(differences.Where(IsOfComponent).Select(d => (d.OldPointer ?? d.NewPointer)!), StringComparer.Ordinal);
        components = new(differences.Where(IsOfComponent).SelectMany(TypesOf), ByReference<MemberChange>.Instance);
    }

    public static LinkedChanges Link(SdkVersion old, SdkVersion current, IReadOnlyList<Difference> differences, CancellationToken cancellationToken)
    {
        var changes = SurfaceComparer.Compare(old.Files, current.Files, SdkRenames.Of(old, current, differences));
        var distinct = DistinctDifferences.Of(differences);
        return distinct.Expand(new MemberLinker(old, current, changes, distinct.Items).Link(cancellationToken));
    }

    private LinkedChanges Link(CancellationToken cancellationToken)
    {
        for (var i = 0; i < differences.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mask = AspectMasks.Of(differences[i]);
            if (mask == SurfaceAspect.None)
                continue;
            foreach (var change in Candidates(differences[i]))
                Claim(change, i, AspectMasks.Of(differences[i], change));
        }
        DropOpposites();
        ClaimOwners();
        Spread();
        ClaimParted();
        return new([.. differences.Select(Linked)], Others());
    }

    // From the nearest to the farthest: what is found near is not looked for elsewhere.
    private IReadOnlyList<MemberChange> Candidates(Difference difference)
    {
        foreach (var tier in Tiers(difference))
        {
            var found = tier.Where(c => (c.Aspects & AspectMasks.Of(difference, c)) != 0 && (!components.Contains(c) || IsOfComponent(difference))).Distinct().ToList();
            if (found.Count > 0)
                return found;
        }
        return [];
    }

    private IEnumerable<IEnumerable<MemberChange>> Tiers(Difference difference)
    {
        var (old, current) = (difference.OldPointer, difference.NewPointer);
        var isParameter = difference.Aspect is Aspects.Parameter || (difference.Places & ChangePlaces.Parameter) != 0;
        List<MemberChange> own = [.. At(oldNames, oldChanges, old, difference), .. At(newNames, newChanges, current, difference)];
        yield return [.. own, .. ClientChanges.Of(difference, changes, client, own), .. OfCalls(difference)];
        yield return
        [
            .. Around(oldNames, old).SelectMany(oldChanges.Of),
            .. Around(newNames, current).SelectMany(newChanges.Of),
            .. isParameter ? OfPathValue(old, current) : [],
        ];
        // What refers to one component in place of another one changes because of that.
        if (IsReplaced(difference))
            yield break;
        yield return [.. Referring(oldNames, old).SelectMany(oldChanges.Of), .. Referring(newNames, current).SelectMany(newChanges.Of)];
    }

    // Components come and go by themselves.
    private static bool IsOfComponent(Difference difference) => difference.Aspect == Aspects.SchemaComponent && difference.Action is ChangeAction.Added or ChangeAction.Removed;

    private bool IsReplaced(Difference difference) => new[] { difference.OldPointer, difference.NewPointer }.Any(p => p is not null && componentPointers.Contains(SideNames.ComponentOf(p)));

    private IEnumerable<MemberChange> TypesOf(Difference component) =>
    [
        .. component.OldPointer is { } old ? oldNames.At(old).Where(IsOfSchema).SelectMany(oldChanges.Of) : [],
        .. component.NewPointer is { } current ? newNames.At(current).Where(IsOfSchema).SelectMany(newChanges.Of) : [],
    ];

    private static bool IsOfSchema(NameUse use) => use.Kind is NameKind.Class or NameKind.Enum or NameKind.Union;

    // A response is also what the methods of its operation read, beside the types that there are for it.
    private IEnumerable<MemberChange> OfCalls(Difference difference) => difference.Aspect is Aspects.Response or Aspects.ResponseHeader or Aspects.MediaType && difference.Direction == Direction.Response
        ? [.. OperationsOf(oldNames, difference.OldPointer).SelectMany(oldChanges.Of), .. OperationsOf(newNames, difference.NewPointer).SelectMany(newChanges.Of)]
        : [];

    private static IEnumerable<NameUse> OperationsOf(SideNames names, string? pointer) =>
        pointer is null ? [] : names.At(SideNames.OperationOf(pointer)).Concat(names.Referring(pointer)).Where(IsOfCall).Distinct();

    private static bool IsOfCall(NameUse use) => use.Kind is NameKind.Method or NameKind.Operation;

    // A value of a path is an argument of the builder, and of the indexer that makes one.
    private IEnumerable<MemberChange> OfPathValue(string? old, string? current)
    {
        var (before, after) = (Methods(oldNames, old), Methods(newNames, current));
        var builders = new HashSet<string>(after.Select(m => m.Owner), StringComparer.Ordinal);
        return [.. before.SelectMany(oldChanges.OfBuilder), .. after.SelectMany(newChanges.OfBuilder), .. changes.Where(c => c.References.Items.Any(builders.Contains))];
    }

    // Those of the operation, or of all operations of the path.
    private static List<NameUse> Methods(SideNames names, string? pointer)
    {
        var around = Around(names, pointer);
        var methods = around.Where(IsMethod).ToList();
        return methods.Count > 0 ? methods : [.. around.Where(n => n.Kind == NameKind.Path).SelectMany(n => names.Below(n.Pointer!)).Where(IsMethod)];
    }

    private static IEnumerable<MemberChange> At(SideNames names, ChangeIndex index, string? pointer, Difference difference)
    {
        // What the document as a whole says is in none of its parts.
        if (pointer is null or "")
            return [];
        var value = names.At(pointer).Where(n => n.Kind == NameKind.Value).ToList();
        if (difference.Aspect == Aspects.EnumValue && value.Count > 0)
            return value.Where(n => IsText(n.Wire, difference.OldValue) || IsText(n.Wire, difference.NewValue)).SelectMany(index.Of);
        // What is in something that comes or goes comes and goes with it.
        var below = names.Below(pointer).SelectMany(index.Of).Where(c => c.IsType && (c.Kind is MemberChangeKind.Added or MemberChangeKind.Removed || c.Kind == MemberChangeKind.Renamed && IsOfNames(difference)));
        return [.. names.At(pointer).Except(value).SelectMany(index.Of), .. below];
    }

    // Types that are called after something are renamed with it.
    private static bool IsOfNames(Difference difference) => difference.Action == ChangeAction.Renamed || difference.Aspect == Aspects.OperationId;

    private static bool IsText(string wire, string? value) => value is not null && (value == wire || value.Trim('"', '\'') == wire);

    private static bool IsMethod(NameUse use) => use.Kind == NameKind.Method;

    private static IReadOnlyList<NameUse> Around(SideNames names, string? pointer) => pointer is null ? [] : names.At(pointer) is { Count: > 0 } exact ? exact : names.Around(pointer);

    private static IReadOnlyList<NameUse> Referring(SideNames names, string? pointer) => pointer is null ? [] : names.Referring(pointer);

    private void Claim(MemberChange change, int difference, SurfaceAspect mask)
    {
        if (!claims.TryGetValue(change, out var list))
            claims.Add(change, list = []);
        if (list.Any(c => c.Difference == difference))
            return;
        list.Add((difference, mask));
        if (!claimed.TryGetValue(difference, out var mine))
            claimed.Add(difference, mine = []);
        mine.Add(change);
    }

    // Of two differences at one place, what is gone follows from the one that removed something, and what is new from the one that added something.
    private void DropOpposites()
    {
        foreach (var (change, following) in claims.Select(c => (c.Key, c.Value)))
        {
            if (OppositeOf(change.Kind) is not { } opposite || following.TrueForAll(c => differences[c.Difference].Action == opposite))
                continue;
            foreach (var (number, _) in following.Where(c => differences[c.Difference].Action == opposite))
            {
                claimed[number].RemoveAll(c => ReferenceEquals(c, change));
                if (claimed[number].Count == 0)
                    claimed.Remove(number);
            }
            following.RemoveAll(c => differences[c.Difference].Action == opposite);
        }
    }

    private static ChangeAction? OppositeOf(MemberChangeKind kind) => kind switch
    {
        MemberChangeKind.Removed => ChangeAction.Added,
        MemberChangeKind.Added => ChangeAction.Removed,
        _ => null,
    };

    // A type can get another name because a member of it has changed: it is no longer equal to the types with which it was shared, whose name changes as well.
    private void ClaimOwners()
    {
        var owners = differences
            .Select((d, i) => (Difference: i, Mask: AspectMasks.Of(d), Pointer: d.OldPointer))
            .Where(d => d.Mask != SurfaceAspect.None && d.Pointer is not null)
            .SelectMany(d => oldNames.At(d.Pointer!).Where(n => n.Kind is NameKind.Property or NameKind.Value).Select(n => (d.Difference, d.Mask, n.Owner)).Distinct())
            .ToLookup(d => d.Owner, StringComparer.Ordinal);
        foreach (var type in changes.Where(c => c is { IsType: true, Kind: MemberChangeKind.Renamed } && !claims.ContainsKey(c)).ToList())
        {
            foreach (var (difference, mask, _) in owners[type.OldName!])
                Claim(type, difference, mask | SurfaceAspect.Name);
        }
    }

    // What has a type in its signature that comes, goes or is renamed changes because of that.
    private void Spread()
    {
        var byType = changes.SelectMany(c => c.References.Items.Select(r => (Change: c, Type: r))).ToLookup(p => p.Type, p => p.Change, StringComparer.Ordinal);
        var open = new Queue<MemberChange>(claims.Keys.Where(IsOfTypes));
        while (open.Count > 0)
        {
            var type = open.Dequeue();
            foreach (var change in type.References.Items.SelectMany(r => byType[r]).Where(c => !claims.ContainsKey(c)).ToList())
            {
                foreach (var (difference, mask) in claims[type].Where(c => !IsOfComponent(differences[c.Difference])))
                    Claim(change, difference, mask);
                if (IsOfTypes(change) && claims.ContainsKey(change))
                    open.Enqueue(change);
            }
        }
    }

    // A type that was shared has changed in one of its places: in the others it is another type now.
    private void ClaimParted()
    {
        var added = new HashSet<string>(changes.Where(c => c is { IsType: true, Kind: MemberChangeKind.Added } && !claims.ContainsKey(c)).Select(c => c.NewType!), StringComparer.Ordinal);
        var shared = claims.Keys.Where(c => c.OldType is not null).ToLookup(c => c.OldType!, StringComparer.Ordinal);
        foreach (var change in changes.Where(c => !claims.ContainsKey(c) && (c.Aspects & SurfaceAspect.Type) != 0 && c.References.Items.Any(added.Contains)).ToList())
        {
            foreach (var (difference, mask) in change.References.Items.SelectMany(r => shared[r]).SelectMany(c => claims[c]).Distinct().ToList())
                Claim(change, difference, mask | SurfaceAspect.Type);
        }
    }

    private static bool IsOfTypes(MemberChange change) => change is { IsType: true, Kind: not MemberChangeKind.Changed } || change is { IsType: true } && (change.Aspects & SurfaceAspect.Type) != 0;

    private LinkedDifference Linked(Difference difference, int number)
    {
        if (!claimed.TryGetValue(number, out var found))
            return new(difference, CSharpEffects.None, NameOf(difference), null, null);
        // What no difference explains counts for all that the change follows from.
        var mine = found.Select(c => (Change: c, Effects: EffectsOf(c, number))).ToList();
        // Of an operation the methods come first, and then the types that are made for it.
        var isOfCall = difference.Aspect != Aspects.Operation && (difference.NewPointer ?? difference.OldPointer ?? "").StartsWith("/paths/", StringComparison.Ordinal);
        var first = mine.OrderByDescending(m => Weight(m.Effects)).ThenBy(m => isOfCall && m.Change.IsType).First().Change;
        var effects = Combined(mine.Select(m => m.Effects));
        // That other requests are sent is not seen of methods that have to be called in another way.
        if (effects == CSharpEffects.None && difference is { Aspect: Aspects.Operation, Action: ChangeAction.Renamed } or { Aspect: Aspects.Paging, Action: ChangeAction.Changed } && found.Any(c => c.Kind == MemberChangeKind.Changed))
            effects = CSharpEffects.Behaviour;
        return ClientChanges.IsHidden(first)
            ? new(difference, effects, NameOf(difference), null, null)
            : HasSameDeclaration(first, number) ? new(difference, effects, first.Name, null, null)
            : new(difference, effects, first.Name, first.OldDeclaration, first.NewDeclaration);
    }

    private CSharpEffects EffectsOf(MemberChange change, int difference) => change.EffectsOf(MaskOf(change, difference));

    private SurfaceAspect MaskOf(MemberChange change, int difference)
    {
        var all = claims[change];
        var mask = all.First(c => c.Difference == difference).Mask & ~AspectMasks.Explained(differences[difference], all.Select(c => differences[c.Difference]));
        return mask | ~all.Aggregate(SurfaceAspect.None, (sum, c) => sum | c.Mask);
    }

    // Where the declaration differs, that is because of something else.
    private bool HasSameDeclaration(MemberChange change, int difference) =>
        change.Kind == MemberChangeKind.Changed && (change.Aspects & MaskOf(change, difference) & ~SurfaceAspect.Code) == 0;

    /// <summary>The effects of several changes. Where code has to be changed or compiled again, it is not said that it would send other data otherwise.</summary>
    public static CSharpEffects Combined(IEnumerable<CSharpEffects> effects)
    {
        var all = effects.Aggregate(CSharpEffects.None, (sum, e) => sum | e);
        return (all & CSharpEffectSets.Breaking) != 0 ? all & ~CSharpEffects.Behaviour : all;
    }

    private string? NameOf(Difference difference)
    {
        var use = Around(newNames, difference.NewPointer).Concat(Around(oldNames, difference.OldPointer)).OrderBy(n => n.Kind is NameKind.Property or NameKind.Parameter ? 0 : 1).FirstOrDefault();
        return use is null ? null : IsOfCall(use) ? $"{use.FullName}Async" : use.FullName;
    }

    /// <summary>Orders effects: what breaks code comes before warnings, and those before the rest.</summary>
    public static int Weight(CSharpEffects effects) =>
        ((effects & CSharpEffectSets.Breaking) == CSharpEffectSets.Breaking ? 8 : (effects & CSharpEffectSets.Breaking) != 0 ? 4 : 0) + ((effects & CSharpEffects.SourceWarning) != 0 ? 2 : 0) + ((effects & CSharpEffects.Behaviour) != 0 ? 1 : 0);

    private List<ChangeGroup> Others()
    {
        var groups = new Dictionary<string, List<(MemberChange Change, NameUse? Old, NameUse? New)>>(StringComparer.Ordinal);
        foreach (var change in changes.Where(c => !claims.ContainsKey(c) && c.Effects != CSharpEffects.None))
        {
            var (old, current) = (oldChanges.UseOf(change), newChanges.UseOf(change));
            var key = Key(change, current ?? old);
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = []);
            group.Add((change, old, current));
        }
        return Nested(
        [
            .. groups.Values.Select(g => new ChangeGroup(
                [.. g.Select(c => c.Change).OrderByDescending(c => Weight(c.Effects))],
                g.Select(c => c.Old?.Pointer).FirstOrDefault(p => p is not null),
                g.Select(c => c.New?.Pointer).FirstOrDefault(p => p is not null))),
        ]);
    }

    // Inline types are called after what they are in, and are renamed with it.
    private static List<ChangeGroup> Nested(IReadOnlyList<ChangeGroup> groups)
    {
        var renamed = groups.Where(g => g.First is { IsType: true, Kind: MemberChangeKind.Renamed } && g.OldPointer is not null).OrderBy(g => g.OldPointer!.Length).ToList();
        var owners = new Dictionary<ChangeGroup, ChangeGroup>(ByReference<ChangeGroup>.Instance);
        foreach (var group in renamed)
        {
            if (renamed.FirstOrDefault(o => !owners.ContainsKey(o) && group.OldPointer!.StartsWith(o.OldPointer + "/", StringComparison.Ordinal)) is { } owner)
                owners.Add(group, owner);
        }
        var inner = owners.ToLookup(o => o.Value, o => o.Key, ByReference<ChangeGroup>.Instance);
        return [.. groups.Where(g => !owners.ContainsKey(g)).Select(g => g with { Changes = [.. g.Changes, .. inner[g].SelectMany(i => i.Changes)] })];
    }

    // The methods of an operation are one, in its builder and in the class of all operations; so are the members of a type that the document does not name.
    private static string Key(MemberChange change, NameUse? use) =>
        use is null ? $"{change.Kind} {change.NewType ?? change.OldType}" : use.Kind is NameKind.Method or NameKind.Operation or NameKind.Query or NameKind.HeaderParameters or NameKind.Result ? use.Pointer! : use.FullName;
}
