using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Joining;

/// <summary>
/// Joins a document and the files that it refers to. A target of a kind that has a section in the components (a schema, a response, …)
/// becomes a component, and the reference is changed; any other target is inlined. A reference that cannot be resolved stays, and
/// is reported by the check of references.
/// </summary>
internal sealed class FileJoiner
{
    private readonly List<DiagnosticInfo> diagnostics;
    private readonly ReferenceTargetFinder finder;
    private readonly HoistedComponents components;
    private readonly InliningBudget inlining;
    private readonly HashSet<SpecNode> joined = [];
    private bool reportedDepth;

    public FileJoiner(SpecSource source, SpecVersion version, ReferenceTargetFinder finder, List<DiagnosticInfo> diagnostics)
    {
        this.diagnostics = diagnostics;
        this.finder = finder;
        components = new HoistedComponents(version, source.Entry.NormalPath, finder);
        inlining = new InliningBudget(diagnostics);
        IsNeeded = source.Overlays.Items.Add(source.Entry).Any(f => f.ReferencedPaths.Count > 0);
    }

    /// <summary>Whether any reference is more than a pointer within the document.</summary>
    public bool IsNeeded { get; }

    /// <summary>Whether a component came from another file.</summary>
    public bool IsFromOtherFile(string[] section, string name) => components.IsFromOtherFile(section, name);

    /// <summary>The document with the content that it refers to. A joined document may be joined again after it has changed.</summary>
    public SpecMap Join(SpecMap root)
    {
        if (!IsNeeded)
            return root;

        root = components.ReserveNames(IncludeContainers(root));
        root = (SpecMap)Visit(root, OpenApiObjectKind.Document, depth: 1);
        while (components.TakeNext() is { } component)
            components.Add(component, Visit(component.Target.Node, component.Kind, depth: 4));
        return components.AddTo(root);
    }

    // "components: {schemas: {$ref: schemas.yaml}}" comes first, so that the components of that file keep their names.
    private SpecMap IncludeContainers(SpecMap root) => root.WithValues(entry => entry.Value switch
    {
        SpecMap map when entry.Key == "components" && IsForeign(map) => Include(map),
        _ => entry.Value,
    }).WithValues(entry => entry.Key switch
    {
        "components" when entry.Value is SpecMap components => components.WithValues(section => section.Value is SpecMap map && IsForeign(map) ? Include(map) : section.Value),
        "definitions" or "parameters" or "responses" when entry.Value is SpecMap map && IsForeign(map) => Include(map),
        _ => entry.Value,
    });

    private SpecMap Include(SpecMap map)
    {
        if (Find(map) is not { Node: SpecMap node } target)
            return map;
        foreach (var entry in node.Entries)
            components.RecordSource(target, entry);
        return InliningBudget.Merge(map, node);
    }

    private SpecNode Visit(SpecNode node, OpenApiObjectKind kind, int depth)
    {
        if (node is not SpecMap map || kind == OpenApiObjectKind.Data || IsTooDeep(node, depth))
            return node;
        if (components.TakeReplacement(map) is { } body)
            return Visit(body, kind, depth);
        if (IsForeign(map) && ResolveForeign(map, kind, depth) is { } other)
            return other;
        if (kind == OpenApiObjectKind.Discriminator)
            return map.WithTargets(VisitTarget);
        return map.WithValues(entry => VisitField(SpecGrammar.RuleOf(kind, entry.Key), entry.Value, depth));
    }

    private SpecNode VisitField(FieldRule rule, SpecNode value, int depth)
    {
        if (value is SpecMap reference && rule.Form is ValueForm.ObjectMap or ValueForm.PatternedMap or ValueForm.ObjectList or ValueForm.StringValue && IsForeign((SpecMap)value))
            return VisitReferencedValue(rule, reference: (SpecMap)value, depth);

        return (rule.Form, value) switch
        {
            (_, SpecScalar) => value,
            (ValueForm.ObjectMap, SpecMap map) => map.WithValues(e => Visit(e.Value, rule.Kind, depth + 2)),
            (ValueForm.PatternedMap, SpecMap map) => map.WithValues(e => SpecGrammar.IsExtension(e.Key) ? e.Value : Visit(e.Value, rule.Kind, depth + 2)),
            (ValueForm.ObjectList or ValueForm.ObjectOrList, SpecList list) => list.WithItems(item => Visit(item, rule.Kind, depth + 2)),
            (ValueForm.ObjectValue or ValueForm.ObjectOrList or ValueForm.ObjectOrBoolean or ValueForm.ObjectOrString, SpecMap map) => Visit(map, rule.Kind, depth + 1),
            _ => value,
        };
    }

    // OpenAPI allows no reference in place of a string, a list of parameters or a map of properties, but bundlers accept them, and documents have them.
    private SpecNode VisitReferencedValue(FieldRule rule, SpecMap reference, int depth)
    {
        if (IsTooDeep(reference, depth) || Find(reference) is not { } target || !inlining.TryEnter(target, reference))
            return rule.Form is ValueForm.ObjectMap or ValueForm.PatternedMap ? RemoveReference(reference) : reference;

        var content = (rule.Form, target.Node) switch
        {
            (ValueForm.StringValue, SpecScalar text) => text,
            (ValueForm.ObjectList, SpecList list) => VisitField(rule, list, depth + 1),
            (ValueForm.ObjectMap or ValueForm.PatternedMap, SpecMap map) => VisitField(rule, InliningBudget.Merge(reference, map), depth + 1),
            _ => reference,
        };
        inlining.Leave(target);
        return content;
    }

    private SpecMap RemoveReference(SpecMap reference)
    {
        var value = reference[SpecReference.Key]!;
        if (UnresolvedReference.Diagnose(finder, value, OpenApiObjectKind.Data) is { } diagnostic)
            diagnostics.Add(diagnostic);
        return reference.Without(e => e.Key == SpecReference.Key);
    }

    /// <summary>The node that replaces a reference; <see langword="null"/> if it cannot be resolved.</summary>
    private SpecNode? ResolveForeign(SpecMap map, OpenApiObjectKind kind, int depth)
    {
        var value = map[SpecReference.Key]!;
        var parsed = FileReference.Parse(value.AsText()!);
        if (finder.FindFile(parsed, value.Span.File) is { } file && finder.IsEntry(file) && !IsAnchor(parsed.Fragment))
            return WithReference(map, value, "#" + parsed.Fragment, kind, depth);

        if (finder.FindFinal(value.AsText()!, value.Span.File) is not { } target || !IsNode(target.Node, kind))
            // A bare pointer would be read as one within the entry.
            return parsed.File.Length > 0 || IsAnchor(parsed.Fragment) ? null : WithReference(map, value, SpecPath.FileNameOf(value.Span.File) + value.AsText(), kind, depth);
        if (finder.IsEntry(target.File))
            return WithReference(map, value, SpecReference.Write(target.Keys), kind, depth);
        if (components.SectionOf(kind) is { } section)
            return WithReference(map, value, components.ReferenceTo(target, kind, section), kind, depth);

        if (!inlining.TryEnter(target, map))
            // A callback that refers back to its own path item would be infinite; its inner copy is left empty.
            return map.Without(e => e.Key == SpecReference.Key);
        var copy = Visit(target.Node, kind, depth);
        inlining.Leave(target);
        return copy is SpecMap body ? InliningBudget.Merge(VisitSiblings(map, kind, depth), body) : copy;
    }

    private SpecMap WithReference(SpecMap map, SpecNode value, string reference, OpenApiObjectKind kind, int depth)
    {
        var text = SpecNodes.Text(value.Span, reference);
        joined.Add(text);
        return VisitSiblings(map, kind, depth).With(SpecReference.Key, text);
    }

    private SpecMap VisitSiblings(SpecMap map, OpenApiObjectKind kind, int depth) => map.Entries.Count == 1 ? map : map.WithValues(entry =>
        entry.Key == SpecReference.Key ? entry.Value : VisitField(SpecGrammar.RuleOf(kind, entry.Key), entry.Value, depth));

    private SpecNode VisitTarget(SpecEntry entry)
    {
        // The name of a schema refers to no file, and stays.
        if (entry.Value.AsText() is not { Length: > 0 } text || joined.Contains(entry.Value) || (text[0] == '#' && finder.ResolvesInEntry(entry.Value.Span.File)))
            return entry.Value;
        if (finder.FindFinal(text, entry.Value.Span.File) is not { Node: SpecMap } target || components.SectionOf(OpenApiObjectKind.Schema) is not { } section)
            return entry.Value;
        var reference = finder.IsEntry(target.File) ? SpecReference.Write(target.Keys) : components.ReferenceTo(target, OpenApiObjectKind.Schema, section);
        var written = SpecNodes.Text(entry.Value.Span, reference);
        joined.Add(written);
        return written;
    }

    /// <summary>The final target of a reference; <see langword="null"/> if it cannot be resolved.</summary>
    private ReferenceTarget? Find(SpecMap reference) => finder.FindFinal(reference[SpecReference.Key].AsText()!, reference[SpecReference.Key]!.Span.File);

    // A reference that is more than a pointer, or that is in another file than the entry.
    private bool IsForeign(SpecMap map) =>
        map[SpecReference.Key] is { } value && value.AsText() is { Length: > 0 } text && !joined.Contains(value)
        && !(SpecReference.IsLocalPointer(text) && finder.ResolvesInEntry(value.Span.File));

    private static bool IsAnchor(string fragment) => fragment.Length > 0 && fragment[0] != '/';

    private static bool IsNode(SpecNode node, OpenApiObjectKind kind) => node is SpecMap || (kind == OpenApiObjectKind.Schema && node is SpecScalar { Kind: ScalarKind.Boolean });

    private bool IsTooDeep(SpecNode node, int depth)
    {
        if (depth <= ReadingLimits.Depth)
            return false;
        if (!reportedDepth)
            diagnostics.Add(new DiagnosticInfo(SpecRules.NestedTooDeeply, node.Location, $"{ReadingLimits.Depth}"));
        reportedDepth = true;
        return true;
    }
}
