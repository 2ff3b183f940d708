using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Filtering;

/// <summary>
/// Moves the targets of references into operations that were removed, as in <c>#/paths/~1pets/get/responses/200/content/…/schema</c>,
/// to the components of the document, and changes the references.
/// </summary>
internal sealed class FilteredTargetHoister
{
    private readonly SpecMap unfiltered;
    private readonly Dictionary<OpenApiObjectKind, string[]> sections;
    private readonly Dictionary<OpenApiObjectKind, Dictionary<string, string>> names = [];
    private readonly Queue<(OpenApiObjectKind Kind, string Name, SpecNode Node)> pending = new();
    private SpecMap filtered;

    private FilteredTargetHoister(SpecMap unfiltered, SpecMap filtered, SpecVersion version)
    {
        this.unfiltered = unfiltered;
        this.filtered = filtered;
        sections = ComponentSections.Of(version).ToDictionary(s => s.Kind, s => s.Keys);
    }

    /// <param name="unfiltered">The document with all operations.</param>
    /// <param name="filtered">The document with the selected operations.</param>
    /// <param name="version">Its version.</param>
    public static SpecMap Apply(SpecMap unfiltered, SpecMap filtered, SpecVersion version)
    {
        if (ReferenceEquals(unfiltered, filtered))
            return filtered;

        var hoister = new FilteredTargetHoister(unfiltered, filtered, version);
        hoister.filtered = (SpecMap)SpecRewriter.Rewrite(filtered, OpenApiObjectKind.Document, hoister.Change)!;
        while (hoister.pending.Count > 0)
        {
            var (kind, name, node) = hoister.pending.Dequeue();
            hoister.filtered = hoister.filtered.WithEntries(
                hoister.sections[kind], [new SpecEntry(name, node.Span, SpecRewriter.Rewrite(node, kind, hoister.Change)!)]);
        }
        return hoister.filtered;
    }

    private SpecNode Change(SpecNode node, OpenApiObjectKind kind)
    {
        if (!sections.TryGetValue(kind, out var section) || node is not SpecMap map || map[SpecReference.Key] is not { } value || value.AsText() is not { } reference)
            return node;
        if (!reference.StartsWith("#/paths/", StringComparison.Ordinal) || SpecReference.ResolveNode(filtered, reference) is not null || SpecReference.ResolveTokens(unfiltered, reference) is not { } keys)
            return node;
        return map.With(SpecReference.Key, SpecNodes.Text(value.Span, SpecReference.Write([.. section, NameOf(kind, section, keys)])));
    }

    private string NameOf(OpenApiObjectKind kind, string[] section, string[] keys)
    {
        if (!names.TryGetValue(kind, out var used))
            names.Add(kind, used = new(StringComparer.Ordinal));
        var id = SpecReference.Write(keys);
        if (used.TryGetValue(id, out var name))
            return name;

        // The path and the last tokens identify it best: "pets_get_200_schema".
        var stem = new string([.. string.Join("_", keys.Skip(1).Where(k => k is not ("responses" or "content" or "application/json"))).Select(c => char.IsLetterOrDigit(c) ? c : '_')]).Trim('_');
        name = UniqueName.Find(stem, candidate => used.ContainsValue(candidate) || JsonPointer.Find(unfiltered, [.. section, candidate]) is not null);
        used.Add(id, name);
        pending.Enqueue((kind, name, JsonPointer.Find(unfiltered, keys)!));
        return name;
    }
}
