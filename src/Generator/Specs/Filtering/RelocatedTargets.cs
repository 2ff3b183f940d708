using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Filtering;

/// <summary>
/// A reference may lead into an operation that was left out, as in <c>#/paths/~1pets/get/responses/200/content/…/schema</c>.
/// What is there becomes a shared node, and the reference leads to that.
/// </summary>
internal sealed class RelocatedTargets
{
    private readonly SpecMap whole;
    private readonly Dictionary<SpecKind, string[]> homes;
    private readonly Dictionary<SpecKind, Dictionary<string, string>> names = [];
    private readonly Queue<(SpecKind Kind, string Name, SpecNode Node)> waiting = new();
    private SpecMap kept;

    private RelocatedTargets(SpecMap whole, SpecMap kept, SpecVersion version)
    {
        this.whole = whole;
        this.kept = kept;
        homes = Homes.Of(version).ToDictionary(h => h.Kind, h => h.Keys);
    }

    /// <param name="whole">The document with all operations.</param>
    /// <param name="kept">The document with those that are wanted.</param>
    /// <param name="version">Its version.</param>
    public static SpecMap Apply(SpecMap whole, SpecMap kept, SpecVersion version)
    {
        if (ReferenceEquals(whole, kept))
            return kept;

        var relocation = new RelocatedTargets(whole, kept, version);
        relocation.kept = (SpecMap)SpecRewriter.Rewrite(kept, SpecKind.Document, relocation.Change)!;
        while (relocation.waiting.Count > 0)
        {
            var (kind, name, node) = relocation.waiting.Dequeue();
            relocation.kept = relocation.kept.WithEntries(
                relocation.homes[kind], [new SpecEntry(name, node.Span, SpecRewriter.Rewrite(node, kind, relocation.Change)!)]);
        }
        return relocation.kept;
    }

    private SpecNode Change(SpecNode node, SpecKind kind)
    {
        if (!homes.TryGetValue(kind, out var home) || node is not SpecMap map || map[SpecReference.Key] is not { } value || value.AsText() is not { } reference)
            return node;
        if (!reference.StartsWith("#/paths/", StringComparison.Ordinal) || SpecReference.Find(kept, reference) is not null || SpecReference.Resolve(whole, reference) is not { } keys)
            return node;
        return map.With(SpecReference.Key, SpecNodes.Text(value.Span, SpecReference.Write([.. home, NameOf(kind, home, keys)])));
    }

    private string NameOf(SpecKind kind, string[] home, string[] keys)
    {
        if (!names.TryGetValue(kind, out var taken))
            names.Add(kind, taken = new(StringComparer.Ordinal));
        var id = SpecReference.Write(keys);
        if (taken.TryGetValue(id, out var name))
            return name;

        // The path and what stands at the end tell it best: "pets_get_200_schema".
        var stem = new string([.. string.Join("_", keys.Skip(1).Where(k => k is not ("responses" or "content" or "application/json"))).Select(c => char.IsLetterOrDigit(c) ? c : '_')]).Trim('_');
        name = stem;
        for (var number = 2; taken.ContainsValue(name) || JsonPointer.Find(whole, [.. home, name]) is not null; number++)
            name = $"{stem}_{number}";
        taken.Add(id, name);
        waiting.Enqueue((kind, name, JsonPointer.Find(whole, keys)!));
        return name;
    }
}
