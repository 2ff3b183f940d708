using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Api.Unions;

/// <summary>
/// Finds a word for a case of a union whose schema has no name: its title, the constant that identifies it, a property that only it has or requires, or what one of its
/// properties holds that holds something else in the other cases. The order of the properties does not matter.
/// </summary>
internal sealed class UnionCaseHints(UnionCaseFactsReader facts)
{
    private const int MaxLength = 60;

    /// <summary>The title or the constant of a case; <see langword="null"/> for none.</summary>
    public string? Of(UnionCandidate @case)
    {
        if (@case.IsMerged || @case.Schema.IsReference)
            return null;
        if (@case.Schema.Title is { } title && TypeTitles.IsName(title))
            return title;

        return ObjectOf(@case) is { } form
            ? form.Names.OrderBy(n => n, StringComparer.Ordinal).Select(n => facts.Constants(form, n)).FirstOrDefault(v => v is [{ Length: > 0 and < MaxLength }])?[0]
            : null;
    }

    /// <summary>The same, or else a word for how it differs from the other cases.</summary>
    public string? Of(UnionCandidate @case, IReadOnlyList<UnionCandidate> all)
    {
        if (Of(@case) is { } own)
            return own;
        if (@case.IsMerged || @case.Schema.IsReference || ObjectOf(@case) is not { } form)
            return null;

        var others = all.SelectMany(c => c.Forms).Select(f => f.Object).Where(o => o != form).ToList();
        var names = form.Names.Where(n => n.Length is > 0 and < MaxLength).OrderByDescending(form.Required.Contains).ThenBy(n => n, StringComparer.Ordinal).ToList();
        return names.Find(n => !others.Exists(o => o.Properties.ContainsKey(n) || o.Required.Contains(n)))
            ?? names.Find(n => form.Required.Contains(n) && !others.Exists(o => o.Required.Contains(n)))
            ?? names.Select(n => KindOf(form.Properties[n]) is { } kind && others.TrueForAll(o => !o.Properties.TryGetValue(n, out var other) || KindOf(other) != kind) ? $"{kind} {n}" : null)
                .FirstOrDefault(word => word is not null);
    }

    private static ObjectFacts? ObjectOf(UnionCandidate @case) => @case.Forms is [{ Kind: JsonKind.Object, Object: var form }] ? form : null;

    // What a value is, or what the items of an array are.
    private JsonKind? KindOf(SchemaNode schema)
    {
        var forms = facts.Read(0, schema);
        if (forms is [{ Kind: JsonKind.Array, Items: { } items }])
            forms = facts.Read(0, items);
        return forms.Select(f => f.Kind).Distinct().ToList() is [var only] ? only : null;
    }
}
