using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api;

/// <summary>
/// Finds what tells the cases of a union apart: the JSON's kind first, then within a kind the discriminator, constants, and the fields that
/// only one case has.
/// </summary>
internal sealed class UnionDecider(SpecMap root, CaseShapes facts, int listDepth = 0)
{
    // Each case is compared with each other, and only hostile documents have more.
    private const int MostCompared = 300;

    // Lists of lists of themselves have no end.
    private const int DeepestLists = 8;

    /// <summary>Two cases for each place at which they could not be told apart.</summary>
    public List<(int First, int Second)> Ambiguous { get; } = [];

    /// <summary>Fields that tell only where they are there, which they need not be.</summary>
    public List<string> Optional { get; } = [];

    public UnionRule Decide(IReadOnlyList<CaseShape> shapes, Discriminator? discriminator)
    {
        var kinds = shapes.Select(s => s.Kind).Distinct().ToList();
        if (kinds.Count == 1)
            return OfKind(shapes, discriminator);
        return Kinds(shapes, group => OfKind(group, discriminator));
    }

    private static KindRule Kinds(IReadOnlyList<CaseShape> shapes, Func<IReadOnlyList<CaseShape>, UnionRule> decide)
    {
        return new(Of(JsonKind.Text), Of(JsonKind.Number), Of(JsonKind.Boolean), Of(JsonKind.List), Of(JsonKind.Object));

        UnionRule? Of(JsonKind kind) => shapes.Where(s => s.Kind == kind).ToList() is { Count: > 0 } group ? decide(group) : null;
    }

    private UnionRule OfKind(IReadOnlyList<CaseShape> shapes, Discriminator? discriminator)
    {
        if (Single(shapes) is { } only)
            return only;
        if (shapes.Count > MostCompared && discriminator is null)
            return Unclear(shapes);

        return shapes[0].Kind switch
        {
            JsonKind.Object => OfObjects(shapes, discriminator),
            JsonKind.List => OfLists(shapes),
            _ => OfScalars(shapes),
        };
    }

    private static UnionRule? Single(IReadOnlyList<CaseShape> shapes) =>
        shapes.All(s => s.Case == shapes[0].Case) ? new CaseRule(shapes[0].Case) : null;

    private UnclearRule Unclear(IReadOnlyList<CaseShape> shapes)
    {
        Ambiguous.Add((shapes[0].Case, shapes.First(s => s.Case != shapes[0].Case).Case));
        return new();
    }

    private UnionRule OfScalars(IReadOnlyList<CaseShape> shapes)
    {
        var open = shapes.Where(s => s.Values is null).ToList();
        var values = shapes
            .Where(s => s.Values is not null)
            .SelectMany(s => s.Values!.Select(v => (Value: v, s.Case)))
            .GroupBy(v => v.Value, StringComparer.Ordinal)
            .Select(g => new UnionValue(g.Key, new CaseRule(g.First().Case)))
            .ToEquatableArray();
        var otherwise = open.Count == 0 ? null : Single(open) ?? Unclear(open);
        return values.Count == 0 ? otherwise! : new ValueRule(values, otherwise);
    }

    // Lists are told apart by their first items, if those are of different kinds.
    private UnionRule OfLists(IReadOnlyList<CaseShape> shapes)
    {
        if (listDepth == DeepestLists || shapes.Any(s => s.Items is null))
            return Unclear(shapes);

        var items = shapes.SelectMany(s => facts.Of(s.Case, s.Items!)).ToList();
        var told = new UnionDecider(root, facts, listDepth + 1);
        var rule = items.Count == 0 ? null : told.Decide(items, null);
        return rule is null || told.Ambiguous.Count > 0 ? Unclear(shapes) : new ItemRule(rule, shapes[0].Case);
    }

    private UnionRule OfObjects(IReadOnlyList<CaseShape> shapes, Discriminator? discriminator)
    {
        if (discriminator is not null && ByDiscriminator(shapes, discriminator) is { } told)
            return told;
        if (SharedDiscriminator(shapes) is { } shared && ByDiscriminator(shapes, shared) is { } toldByBase)
            return toldByBase;
        return OfObjects(shapes, used: []);
    }

    private UnionRule OfObjects(IReadOnlyList<CaseShape> shapes, EquatableArray<string> used)
    {
        if (Single(shapes) is { } only)
            return only;
        if (shapes.Count > MostCompared)
            return Unclear(shapes);

        return (UnionRule?)ByConstants(shapes, used, needsAll: true)
            ?? (UnionRule?)ByRequired(shapes)
            ?? (UnionRule?)ByConstants(shapes, used, needsAll: false)
            ?? (UnionRule?)ByKindOfField(shapes, used)
            ?? (UnionRule?)ByOptional(shapes)
            ?? Unclear(shapes);
    }

    private Discriminator? SharedDiscriminator(IReadOnlyList<CaseShape> shapes) => shapes[0].Fields.Discriminated
        .Where(p => shapes.All(s => s.Fields.Discriminated.Contains(p)))
        .Select(p => Discriminator.Of(root, p))
        .FirstOrDefault(d => d is not null);

    private UnionRule? ByDiscriminator(IReadOnlyList<CaseShape> shapes, Discriminator discriminator)
    {
        var values = shapes
            .Select(s => (Shape: s, Values: facts.Constants(s, discriminator.WireName) is { } constants && discriminator.Mapping.Count == 0
                ? constants
                : discriminator.ValuesOf(s.Pointers)))
            .ToList();
        // A mapping may leave out what a constant says.
        values = [.. values.Select(v => v.Values.Count > 0 ? v : (v.Shape, facts.Constants(v.Shape, discriminator.WireName) ?? []))];
        return ByField(values, discriminator.WireName, []);
    }

    private FieldRule? ByConstants(IReadOnlyList<CaseShape> shapes, EquatableArray<string> used, bool needsAll)
    {
        var best = shapes
            .SelectMany(s => s.Fields.Names.Concat(s.Implied.Select(i => i.WireName)))
            .Distinct()
            .Where(n => !used.Contains(n))
            .Select((name, order) => (Name: name, Order: order, Values: shapes.Select(s => (Shape: s, Values: facts.Constants(s, name) ?? [])).ToList()))
            .Where(f => needsAll
                ? f.Values.All(v => v.Values.Count > 0)
                : f.Values.Any(v => v.Values.Count > 0) && f.Values.All(v => v.Values.Count == 0 || v.Shape.Fields.Required.Contains(f.Name)))
            .Select(f => (f.Name, f.Values, f.Order, Groups: Groups(f.Values)))
            // A field that leaves everything as it was tells nothing.
            .Where(f => f.Groups.All(g => g.Shapes.Select(s => s.Case).Distinct().Count() < shapes.Select(s => s.Case).Distinct().Count()))
            .OrderByDescending(f => f.Groups.Count(g => Single(g.Shapes) is not null))
            .ThenByDescending(f => f.Values.Count(v => v.Shape.Fields.Required.Contains(f.Name)))
            .ThenBy(f => f.Order)
            .FirstOrDefault();
        return best.Values is null ? null : ByField(best.Values, best.Name, [.. used, best.Name]);
    }

    private static List<(string Value, List<CaseShape> Shapes)> Groups(IReadOnlyList<(CaseShape Shape, IReadOnlyList<string> Values)> values) =>
    [
        .. values
            .SelectMany(v => v.Values.Select(text => (text, v.Shape)))
            .GroupBy(v => v.text, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Select(v => v.Shape).ToList())),
    ];

    private FieldRule? ByField(IReadOnlyList<(CaseShape Shape, IReadOnlyList<string> Values)> values, string name, EquatableArray<string> used)
    {
        var groups = Groups(values);
        if (groups.Count == 0)
            return null;

        var rest = values.Where(v => v.Values.Count == 0).Select(v => v.Shape).ToList();
        return new(
            name,
            groups.Select(g => new UnionValue(g.Value, OfObjects(g.Shapes, used.Count == 0 ? [name] : used))).ToEquatableArray(),
            rest.Count == 0 ? null : OfObjects(rest, used.Count == 0 ? [name] : used));
    }

    // One case after the other is taken out, by required fields that none of those left knows.
    private static KeysRule? ByRequired(IReadOnlyList<CaseShape> shapes)
    {
        var choices = new List<UnionKeys>();
        var left = shapes.ToList();
        while (Single(left) is null)
        {
            var (next, keys) = left.Select(s => (s, Keys: Unknown(s.Fields.Required, s, left))).FirstOrDefault(s => s.Keys is not null);
            if (next is null)
                return null;
            choices.Add(new(keys!.ToEquatableArray(), NeedsAll: true, new CaseRule(next.Case)));
            left.Remove(next);
        }

        if (left.Any(s => s.Fields.Required.Count == 0))
            return new(choices.ToEquatableArray(), new CaseRule(left[0].Case));
        foreach (var last in left)
            choices.Add(new((Unknown(last.Fields.Required, last, shapes) ?? [.. last.Fields.Required]).ToEquatableArray(), NeedsAll: true, new CaseRule(last.Case)));
        return new(choices.ToEquatableArray(), null);
    }

    /// <summary>Of some fields of a shape the fewest so that each shape of another case lacks one of them; <see langword="null"/> if there are none.</summary>
    private static List<string>? Unknown(IEnumerable<string> names, CaseShape shape, IReadOnlyList<CaseShape> shapes)
    {
        var others = shapes.Where(s => s.Case != shape.Case).ToList();
        var found = new List<string>();
        foreach (var (name, lacking) in names
            .Select(n => (Name: n, Lacking: others.Where(o => !o.Fields.Known.ContainsKey(n) && !o.Fields.Required.Contains(n)).ToList()))
            .OrderByDescending(n => n.Lacking.Count)
            .ThenBy(n => shape.Fields.Names.IndexOf(n.Name)))
        {
            if (others.RemoveAll(lacking.Contains) > 0)
                found.Add(name);
            if (others.Count == 0)
                return found;
        }
        return null;
    }

    private FieldKindRule? ByKindOfField(IReadOnlyList<CaseShape> shapes, EquatableArray<string> used)
    {
        foreach (var name in shapes[0].Fields.Names.Where(n => !used.Contains(n) && shapes.All(s => s.Fields.Required.Contains(n))))
        {
            var byKind = shapes.SelectMany(s => facts.Kinds(s.Fields, name).Select(k => s with { Kind = k })).ToList();
            if (shapes.All(s => facts.Kinds(s.Fields, name).Count > 0) && byKind.GroupBy(s => s.Kind).All(g => Single([.. g]) is not null))
                return new FieldKindRule(name, Kinds(byKind, g => Single(g)!));
        }
        return null;
    }

    // Each case but one has a field of its own, though it may be missing.
    private KeysRule? ByOptional(IReadOnlyList<CaseShape> shapes)
    {
        var own = shapes.Select(s => (Shape: s, Keys: s.Fields.Names.Where(n => shapes.All(o => o.Case == s.Case || !o.Fields.Known.ContainsKey(n))).ToList())).ToList();
        if (own.Any(o => o.Keys.Count == 0))
            return null;

        Optional.AddRange(own.Select(o => o.Keys[0]));
        return new(own.Select(o => new UnionKeys(o.Keys.ToEquatableArray(), NeedsAll: false, new CaseRule(o.Shape.Case))).ToEquatableArray(), null);
    }
}
