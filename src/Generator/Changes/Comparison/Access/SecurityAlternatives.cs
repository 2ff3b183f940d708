using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Access;

/// <summary>The credentials that requests need: of one alternative all, of several those of one (OpenAPI 3.1.1, "Security Requirement Object").</summary>
/// <param name="Items">The alternatives; empty for requests without credentials.</param>
internal sealed record SecurityAlternatives(IReadOnlyList<SecurityAlternativeEntry> Items)
{
    /// <summary>Whether requests without credentials are accepted.</summary>
    public bool AcceptsAnonymous => Items.Count == 0 || Items.Any(i => i.IsAnonymous);

    /// <summary>The alternatives of a document or an operation; <see langword="null"/> if it does not say.</summary>
    /// <param name="owner">The document or the operation.</param>
    /// <param name="names">The names of schemes by which they are known, where these differ from those of the document.</param>
    public static SecurityAlternatives? Of(PointedNode? owner, IReadOnlyDictionary<string, string> names)
    {
        if (owner?["security"] is not SpecList)
            return null;
        var items = owner.Value.Items("security").Select(item => SecurityAlternativeEntry.Of(item, names)).ToList();
        // To need nothing is the same as to need one of nothing.
        return new(items is [{ IsAnonymous: true }] ? [] : items);
    }
}

/// <summary>One alternative.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Schemes">The schemes with their scopes, in the order of their names.</param>
internal sealed record SecurityAlternativeEntry(PointedNode At, IReadOnlyList<(string Name, IReadOnlyList<string> Scopes)> Schemes)
{
    /// <summary>Its schemes, without scopes: <c>key + oauth</c>.</summary>
    public string Key { get; } = Schemes.Count == 0 ? "none" : string.Join(" + ", Schemes.Select(s => s.Name));

    public bool IsAnonymous => Schemes.Count == 0;

    public static SecurityAlternativeEntry Of(PointedNode item, IReadOnlyDictionary<string, string> names) => new(
        item,
        [.. from entry in (item.Node as SpecMap)?.Entries ?? []
            let name = names.TryGetValue(entry.Key, out var known) ? known : entry.Key
            orderby name
            select (name, entry.Value.Texts())]);
}
