using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>
/// Makes one tree of a document and the files that it leads to. What has a home among the shared nodes (a schema, a response, …)
/// goes there under a name of its own, and the reference leads there; anything else is put where it is referred to. A
/// reference that leads nowhere stays, and is told by the check of references.
/// </summary>
internal sealed class FileJoiner
{
    private readonly List<DiagnosticInfo> diagnostics;
    private readonly TargetFinder finder;
    private readonly PlacedParts placed;
    private readonly Inlining inlining;
    private readonly HashSet<SpecNode> done = [];
    private bool isTooDeep;

    public FileJoiner(SpecSource source, SpecVersion version, TargetFinder finder, List<DiagnosticInfo> diagnostics)
    {
        this.diagnostics = diagnostics;
        this.finder = finder;
        placed = new PlacedParts(version, source.Entry.NormalPath, finder);
        inlining = new Inlining(diagnostics);
        IsNeeded = source.Overlays.Items.Add(source.Entry).Any(f => f.LeadsTo.Count > 0);
    }

    /// <summary>Whether there is a reference that is more than a pointer within the document.</summary>
    public bool IsNeeded { get; }

    /// <summary>Whether a shared node came from another file, by the name under which it is shared.</summary>
    public bool Brought(string[] home, string name) => placed.Brought(home, name);

    /// <summary>The tree with all that it leads to. What was joined before may be given again, with more in it.</summary>
    public SpecMap Join(SpecMap root)
    {
        if (!IsNeeded)
            return root;

        root = placed.Prepare(ContainersOf(root));
        root = (SpecMap)Visit(root, SpecKind.Document, depth: 1);
        while (placed.TakeNext() is { } part)
            placed.Add(part, Visit(part.Target.Node, part.Kind, depth: 4));
        return placed.AddTo(root);
    }

    // "components: {schemas: {$ref: schemas.yaml}}" first of all, so that what stands in there keeps its name.
    private SpecMap ContainersOf(SpecMap root) => root.WithValues(entry => entry.Value switch
    {
        SpecMap map when entry.Key == "components" && IsForeign(map) => Include(map),
        _ => entry.Value,
    }).WithValues(entry => entry.Key switch
    {
        "components" when entry.Value is SpecMap components => components.WithValues(home => home.Value is SpecMap map && IsForeign(map) ? Include(map) : home.Value),
        "definitions" or "parameters" or "responses" when entry.Value is SpecMap map && IsForeign(map) => Include(map),
        _ => entry.Value,
    });

    private SpecMap Include(SpecMap map)
    {
        if (Find(map) is not { Node: SpecMap node } target)
            return map;
        foreach (var entry in node.Entries)
            placed.Keep(target, entry);
        return Inlining.Merge(map, node);
    }

    private SpecNode Visit(SpecNode node, SpecKind kind, int depth)
    {
        if (node is not SpecMap map || kind == SpecKind.Data || IsTooDeep(node, depth))
            return node;
        if (placed.TakePlace(map) is { } body)
            return Visit(body, kind, depth);
        if (IsForeign(map) && Refer(map, kind, depth) is { } other)
            return other;
        if (kind == SpecKind.Discriminator)
            return VisitMapping(map);
        return map.WithValues(entry => VisitSlot(SpecGrammar.Of(kind, entry.Key), entry.Value, depth));
    }

    private SpecNode VisitSlot(Slot slot, SpecNode value, int depth)
    {
        if (value is SpecMap reference && slot.Shape is SlotShape.Named or SlotShape.Patterned or SlotShape.Many or SlotShape.PlainText && IsForeign((SpecMap)value))
            return VisitContent(slot, reference: (SpecMap)value, depth);

        return (slot.Shape, value) switch
        {
            (_, SpecScalar) => value,
            (SlotShape.Named, SpecMap map) => map.WithValues(e => Visit(e.Value, slot.Kind, depth + 2)),
            (SlotShape.Patterned, SpecMap map) => map.WithValues(e => SpecGrammar.IsExtension(e.Key) ? e.Value : Visit(e.Value, slot.Kind, depth + 2)),
            (SlotShape.Many or SlotShape.OneOrMany, SpecList list) => list.WithItems(item => Visit(item, slot.Kind, depth + 2)),
            (SlotShape.One or SlotShape.OneOrMany or SlotShape.OneOrFlag or SlotShape.OneOrText, SpecMap map) => Visit(map, slot.Kind, depth + 1),
            _ => value,
        };
    }

    // OpenAPI has no reference to a text, a list of parameters or a map of properties, but bundlers take them, and documents have them.
    private SpecNode VisitContent(Slot slot, SpecMap reference, int depth)
    {
        if (IsTooDeep(reference, depth) || Find(reference) is not { } target || !inlining.Enter(target, reference))
            return slot.Shape is SlotShape.Named or SlotShape.Patterned ? Broken(reference) : reference;

        var content = (slot.Shape, target.Node) switch
        {
            (SlotShape.PlainText, SpecScalar text) => text,
            (SlotShape.Many, SpecList list) => VisitSlot(slot, list, depth + 1),
            (SlotShape.Named or SlotShape.Patterned, SpecMap map) => VisitSlot(slot, Inlining.Merge(reference, map), depth + 1),
            _ => reference,
        };
        inlining.Leave(target);
        return content;
    }

    private SpecMap Broken(SpecMap reference)
    {
        var value = reference[SpecReference.Key]!;
        if (BrokenReference.Explain(finder, value, SpecKind.Data) is { } diagnostic)
            diagnostics.Add(diagnostic);
        return reference.Without(e => e.Key == SpecReference.Key);
    }

    /// <summary>The node that takes a reference's place; <see langword="null"/> when it leads nowhere.</summary>
    private SpecNode? Refer(SpecMap map, SpecKind kind, int depth)
    {
        var value = map[SpecReference.Key]!;
        var parsed = FileReference.Parse(value.AsText()!);
        if (finder.FileOf(parsed, value.Span.File) is { } file && finder.IsEntry(file) && !IsAnchor(parsed.Fragment))
            return With(map, value, "#" + parsed.Fragment, kind, depth);

        if (finder.FindEnd(value.AsText()!, value.Span.File) is not { } target || !IsNode(target.Node, kind))
            // A pointer would be read as one of the entry's.
            return parsed.File.Length > 0 || IsAnchor(parsed.Fragment) ? null : With(map, value, SpecPath.NameOf(value.Span.File) + value.AsText(), kind, depth);
        if (finder.IsEntry(target.File))
            return With(map, value, SpecReference.Write(target.Keys), kind, depth);
        if (placed.HomeOf(kind) is { } home)
            return With(map, value, placed.ReferenceTo(target, kind, home), kind, depth);

        if (!inlining.Enter(target, map))
            // A callback that leads back to the path item which has it would have no end; its inner copy is left empty.
            return map.Without(e => e.Key == SpecReference.Key);
        var copy = Visit(target.Node, kind, depth);
        inlining.Leave(target);
        return copy is SpecMap body ? Inlining.Merge(Siblings(map, kind, depth), body) : copy;
    }

    private SpecMap With(SpecMap map, SpecNode value, string reference, SpecKind kind, int depth)
    {
        var text = SpecNodes.Text(value.Span, reference);
        done.Add(text);
        return Siblings(map, kind, depth).With(SpecReference.Key, text);
    }

    private SpecMap Siblings(SpecMap map, SpecKind kind, int depth) => map.Entries.Count == 1 ? map : map.WithValues(entry =>
        entry.Key == SpecReference.Key ? entry.Value : VisitSlot(SpecGrammar.Of(kind, entry.Key), entry.Value, depth));

    private SpecMap VisitMapping(SpecMap discriminator) => discriminator["mapping"] is not SpecMap mapping ? discriminator : discriminator.With("mapping", mapping.WithValues(entry =>
    {
        // A schema's bare name leads to no file, and stays.
        if (entry.Value.AsText() is not { Length: > 0 } text || done.Contains(entry.Value) || (text[0] == '#' && finder.IsOfEntry(entry.Value.Span.File)))
            return entry.Value;
        if (finder.FindEnd(text, entry.Value.Span.File) is not { Node: SpecMap } target || placed.HomeOf(SpecKind.Schema) is not { } home)
            return entry.Value;
        var reference = finder.IsEntry(target.File) ? SpecReference.Write(target.Keys) : placed.ReferenceTo(target, SpecKind.Schema, home);
        var joined = SpecNodes.Text(entry.Value.Span, reference);
        done.Add(joined);
        return joined;
    }));

    private Target? Find(SpecMap reference) => finder.FindEnd(reference[SpecReference.Key].AsText()!, reference[SpecReference.Key]!.Span.File);

    // A reference that is more than a pointer, or stands in another file than the entry.
    private bool IsForeign(SpecMap map) =>
        map[SpecReference.Key] is { } value && value.AsText() is { Length: > 0 } text && !done.Contains(value)
        && !(SpecReference.IsLocalPointer(text) && finder.IsOfEntry(value.Span.File));

    private static bool IsAnchor(string fragment) => fragment.Length > 0 && fragment[0] != '/';

    private static bool IsNode(SpecNode node, SpecKind kind) => node is SpecMap || (kind == SpecKind.Schema && node is SpecScalar { Kind: ScalarKind.Boolean });

    private bool IsTooDeep(SpecNode node, int depth)
    {
        if (depth <= ReadingLimits.Depth)
            return false;
        if (!isTooDeep)
            diagnostics.Add(new DiagnosticInfo(SpecRules.NestedTooDeeply, node.Location, $"{ReadingLimits.Depth}"));
        isTooDeep = true;
        return true;
    }
}
