using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Unions;

/// <summary>
/// Plans how the cases of a union are distinguished: by the JSON kind first, then within a kind by the discriminator, by constants, and by the properties
/// that only one case has.
/// </summary>
internal sealed class UnionDiscriminatorPlanner(DocumentNodes document, UnionCaseFactsReader reader, InheritanceResolver inheritances, int arrayDepth = 0)
{
    // Each case is compared with each other; only hostile documents have more.
    private const int MaxCompared = 300;

    // An array schema can contain itself.
    private const int MaxArrayDepth = 8;

    /// <summary>The pairs of cases that nothing distinguishes.</summary>
    public List<(int First, int Second)> Ambiguous { get; } = [];

    /// <summary>Optional properties that distinguish the cases, which works only where they are present.</summary>
    public List<string> Optional { get; } = [];

    /// <summary>Whether two cases, by their indexes, are spellings of one value, so that nothing has to distinguish them.</summary>
    public Func<int, int, bool> AreOneType { get; init; } = (_, _) => false;

    /// <summary>The rule for the forms of all cases.</summary>
    /// <param name="forms">The forms, each with the index of its case.</param>
    /// <param name="discriminator">The union's own discriminator; <see langword="null"/> for none.</param>
    public UnionRule Plan(IReadOnlyList<UnionCaseFacts> forms, CaseDiscriminator? discriminator)
    {
        var kinds = forms.Select(s => s.Kind).Distinct().ToList();
        if (kinds.Count == 1)
            return OfKind(forms, discriminator);
        return Kinds(forms, group => OfKind(group, discriminator));
    }

    private static KindRule Kinds(IReadOnlyList<UnionCaseFacts> forms, Func<IReadOnlyList<UnionCaseFacts>, UnionRule> decide)
    {
        return new(Of(JsonKind.String), Of(JsonKind.Number), Of(JsonKind.Boolean), Of(JsonKind.Array), Of(JsonKind.Object));

        UnionRule? Of(JsonKind kind) => forms.Where(s => s.Kind == kind).ToList() is { Count: > 0 } group ? decide(group) : null;
    }

    private UnionRule OfKind(IReadOnlyList<UnionCaseFacts> forms, CaseDiscriminator? discriminator)
    {
        if (Single(forms) is { } only)
            return only;
        if (forms.Count > MaxCompared && discriminator is null)
            return Ambiguity(forms);

        return forms[0].Kind switch
        {
            JsonKind.Object => OfObjects(forms, discriminator),
            JsonKind.Array => OfArrays(forms),
            _ => OfScalars(forms),
        };
    }

    private UnionRule? Single(IReadOnlyList<UnionCaseFacts> forms) =>
        forms.All(s => s.Case == forms[0].Case || AreOneType(forms[0].Case, s.Case)) ? new CaseRule(forms[0].Case) : null;

    private AmbiguousRule Ambiguity(IReadOnlyList<UnionCaseFacts> forms)
    {
        Ambiguous.Add((forms[0].Case, forms.First(s => s.Case != forms[0].Case && !AreOneType(forms[0].Case, s.Case)).Case));
        return new();
    }

    private UnionRule OfScalars(IReadOnlyList<UnionCaseFacts> forms)
    {
        var open = forms.Where(s => s.Values is null).ToList();
        var values = forms
            .Where(s => s.Values is not null)
            .SelectMany(s => s.Values!.Select(v => (Value: v, s.Case)))
            .GroupBy(v => v.Value, StringComparer.Ordinal)
            .Select(g => new UnionValue(g.Key, new CaseRule(g.First().Case)))
            .ToEquatableArray();
        var otherwise = open.Count == 0 ? null : Single(open) ?? Ambiguity(open);
        return values.Count == 0 ? otherwise! : new ValueRule(values, otherwise);
    }

    // Arrays are distinguished by their first items, if those are of different kinds.
    private UnionRule OfArrays(IReadOnlyList<UnionCaseFacts> forms)
    {
        if (arrayDepth == MaxArrayDepth || forms.Any(s => s.Items is null))
            return Ambiguity(forms);

        var items = forms.SelectMany(s => reader.Read(s.Case, s.Items!)).ToList();
        var planner = new UnionDiscriminatorPlanner(document, reader, inheritances, arrayDepth + 1) { AreOneType = AreOneType };
        var rule = items.Count == 0 ? null : planner.Plan(items, null);
        return rule is null || planner.Ambiguous.Count > 0 ? Ambiguity(forms) : new ItemRule(rule, (forms.FirstOrDefault(f => !f.IsTuple) ?? forms[0]).Case);
    }

    private UnionRule OfObjects(IReadOnlyList<UnionCaseFacts> forms, CaseDiscriminator? discriminator)
    {
        var shared = SharedDiscriminator(forms);
        if (discriminator is not null)
        {
            var rule = discriminator.Discriminator.WireName == shared?.Discriminator.WireName ? null : shared;
            if (ByDiscriminator(forms, discriminator, rule is null ? null : ByDiscriminator(forms, rule, null)) is { } ruleOfUnion)
                return ruleOfUnion;
        }
        return shared is not null && ByDiscriminator(forms, shared, null) is { } ruleOfBase ? ruleOfBase : OfObjects(forms, used: []);
    }

    private UnionRule OfObjects(IReadOnlyList<UnionCaseFacts> forms, EquatableArray<string> used)
    {
        if (Single(forms) is { } only)
            return only;
        if (forms.Count > MaxCompared)
            return Ambiguity(forms);

        return (UnionRule?)ByConstants(forms, used, needsAll: true)
            ?? (UnionRule?)ByRequired(forms)
            ?? (UnionRule?)ByConstants(forms, used, needsAll: false)
            ?? (UnionRule?)ByKindOfProperty(forms, used)
            ?? (UnionRule?)ByOptional(forms)
            ?? Ambiguity(forms);
    }

    private CaseDiscriminator? SharedDiscriminator(IReadOnlyList<UnionCaseFacts> forms) => forms[0].Object.Discriminated
        .Where(p => forms.All(s => s.Object.Discriminated.Contains(p)))
        .Select(p => Discriminator.Read(p, document))
        .Where(d => d is not null)
        .Select(d => new CaseDiscriminator(d!, document, reader, inheritances))
        .FirstOrDefault();

    private PropertyRule? ByDiscriminator(IReadOnlyList<UnionCaseFacts> forms, CaseDiscriminator discriminator, UnionRule? missing)
    {
        var name = discriminator.Discriminator.WireName;
        if (ByProperty([.. forms.Select(s => (s, discriminator.ValuesOf(s)))], name, []) is not { } rule)
            return null;
        if (discriminator.Discriminator.Default is { } other && forms.FirstOrDefault(s => s.Path.Contains(other)) is { } form)
            return rule with { Otherwise = new CaseRule(form.Case), Missing = new CaseRule(form.Case) };
        if (forms.Any(discriminator.IsDeclaredIn))
            return rule with { Missing = rule.Missing ?? missing };

        // A service may send what the document does not declare, or may not: then the other properties decide.
        var structural = new UnionDiscriminatorPlanner(document, reader, inheritances, arrayDepth) { AreOneType = AreOneType }.OfObjects(forms, used: [name]);
        return rule with { Otherwise = discriminator.IsMapped ? rule.Otherwise : structural, Missing = structural };
    }

    private PropertyRule? ByConstants(IReadOnlyList<UnionCaseFacts> forms, EquatableArray<string> used, bool needsAll)
    {
        var best = forms
            .SelectMany(s => s.Object.Names.Concat(s.Implied.Select(i => i.WireName)))
            .Distinct()
            .Where(n => !used.Contains(n))
            .Select((name, order) => (Name: name, Order: order, Values: forms.Select(s => (Form: s, Values: reader.Constants(s, name) ?? [])).ToList()))
            .Where(f => needsAll
                ? f.Values.All(v => v.Values.Count > 0)
                : f.Values.Any(v => v.Values.Count > 0) && f.Values.All(v => v.Values.Count == 0 || v.Form.Object.Required.Contains(f.Name)))
            .Select(f => (f.Name, f.Values, f.Order, Groups: Groups(f.Values)))
            // A property that leaves every group as it was distinguishes nothing.
            .Where(f => f.Groups.All(g => g.Forms.Select(s => s.Case).Distinct().Count() < forms.Select(s => s.Case).Distinct().Count()))
            .OrderByDescending(f => f.Groups.Count(g => Single(g.Forms) is not null))
            .ThenByDescending(f => f.Values.Count(v => v.Form.Object.Required.Contains(f.Name)))
            .ThenBy(f => f.Order)
            .FirstOrDefault();
        return best.Values is null ? null : ByProperty(best.Values, best.Name, [.. used, best.Name]);
    }

    private static List<(string Value, List<UnionCaseFacts> Forms)> Groups(IReadOnlyList<(UnionCaseFacts Form, IReadOnlyList<string> Values)> values) =>
    [
        .. values
            .SelectMany(v => v.Values.Select(text => (text, v.Form)))
            .GroupBy(v => v.text, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Select(v => v.Form).ToList())),
    ];

    private PropertyRule? ByProperty(IReadOnlyList<(UnionCaseFacts Form, IReadOnlyList<string> Values)> values, string name, EquatableArray<string> used)
    {
        var groups = Groups(values);
        if (groups.Count == 0)
            return null;

        var rest = values.Where(v => v.Values.Count == 0).Select(v => v.Form).ToList();
        var otherwise = rest.Count == 0 ? null : OfObjects(rest, used.Count == 0 ? [name] : used);
        return new(
            name,
            groups.Select(g => new UnionValue(g.Value, OfObjects(g.Forms, used.Count == 0 ? [name] : used))).ToEquatableArray(),
            otherwise,
            otherwise);
    }

    // One case after the other is taken out, by required properties that none of the remaining ones declares.
    private RequiredKeysRule? ByRequired(IReadOnlyList<UnionCaseFacts> forms)
    {
        var choices = new List<UnionKeys>();
        var left = forms.ToList();
        while (Single(left) is null)
        {
            var (next, keys) = left.Select(s => (s, Keys: Unknown(s.Object.Required, s, left))).FirstOrDefault(s => s.Keys is not null);
            if (next is null)
                return null;
            choices.Add(new(keys!.ToEquatableArray(), NeedsAll: true, new CaseRule(next.Case)));
            left.Remove(next);
        }

        if (left.Any(s => s.Object.Required.Count == 0))
            return new(choices.ToEquatableArray(), new CaseRule(left[0].Case));
        foreach (var last in left)
            choices.Add(new((Unknown(last.Object.Required, last, forms) ?? [.. last.Object.Required]).ToEquatableArray(), NeedsAll: true, new CaseRule(last.Case)));
        return new(choices.ToEquatableArray(), null);
    }

    /// <summary>The fewest of some properties of a form so that each form of another case lacks one of them; <see langword="null"/> if there are none.</summary>
    private static List<string>? Unknown(IEnumerable<string> names, UnionCaseFacts form, IReadOnlyList<UnionCaseFacts> forms)
    {
        var others = forms.Where(s => s.Case != form.Case).ToList();
        var found = new List<string>();
        foreach (var (name, lacking) in names
            .Select(n => (Name: n, Lacking: others.Where(o => !o.Object.Properties.ContainsKey(n) && !o.Object.Required.Contains(n)).ToList()))
            .OrderByDescending(n => n.Lacking.Count)
            .ThenBy(n => form.Object.Names.IndexOf(n.Name)))
        {
            if (others.RemoveAll(lacking.Contains) > 0)
                found.Add(name);
            if (others.Count == 0)
                return found;
        }
        return null;
    }

    private PropertyKindRule? ByKindOfProperty(IReadOnlyList<UnionCaseFacts> forms, EquatableArray<string> used)
    {
        foreach (var name in forms[0].Object.Names.Where(n => !used.Contains(n) && forms.All(s => s.Object.Required.Contains(n))))
        {
            var byKind = forms.SelectMany(s => reader.Kinds(s.Object, name).Select(k => s with { Kind = k })).ToList();
            if (forms.All(s => reader.Kinds(s.Object, name).Count > 0) && byKind.GroupBy(s => s.Kind).All(g => Single([.. g]) is not null))
                return new PropertyKindRule(name, Kinds(byKind, g => Single(g)!));
        }
        return null;
    }

    // Each case has a property of its own, which may be missing.
    private RequiredKeysRule? ByOptional(IReadOnlyList<UnionCaseFacts> forms)
    {
        var own = forms.Select(s => (Form: s, Keys: s.Object.Names.Where(n => forms.All(o => o.Case == s.Case || !o.Object.Properties.ContainsKey(n))).ToList())).ToList();
        if (own.Any(o => o.Keys.Count == 0))
            return null;

        Optional.AddRange(own.Select(o => o.Keys[0]));
        return new(own.Select(o => new UnionKeys(o.Keys.ToEquatableArray(), NeedsAll: false, new CaseRule(o.Form.Case))).ToEquatableArray(), null);
    }
}
