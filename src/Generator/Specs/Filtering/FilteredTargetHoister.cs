using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Filtering;

/// <summary>
/// A reference may lead into an operation that was left out, as in <c>#/paths/~1pets/get/responses/200/content/…/schema</c>.
/// What is there becomes a shared node, and the reference leads to that.
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
    /// <param name="filtered">The document with those that are wanted.</param>
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

        // The path and what stands at the end tell it best: "pets_get_200_schema".
        var stem = new string([.. string.Join("_", keys.Skip(1).Where(k => k is not ("responses" or "content" or "application/json"))).Select(c => char.IsLetterOrDigit(c) ? c : '_')]).Trim('_');
        name = stem;
        for (var number = 2; used.ContainsValue(name) || JsonPointer.Find(unfiltered, [.. section, name]) is not null; number++)
            name = $"{stem}_{number}";
        used.Add(id, name);
        pending.Enqueue((kind, name, JsonPointer.Find(unfiltered, keys)!));
        return name;
    }
}
