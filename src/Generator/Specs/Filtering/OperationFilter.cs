using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Specs.Filtering;

/// <summary>Leaves out the operations that are not wanted, and paths without any.</summary>
internal sealed class OperationFilter
{
    private static readonly string[] Homes = ["paths", "webhooks"];

    private readonly Patterns include;
    private readonly Patterns exclude;

    private OperationFilter(SpecFilter filter)
    {
        include = new Patterns(filter.Include);
        exclude = new Patterns(filter.Exclude);
    }

    public static SpecMap Apply(SpecMap root, SpecFilter wanted, List<DiagnosticInfo> diagnostics)
    {
        var filter = new OperationFilter(wanted);
        var kept = root.WithValues(entry => Homes.Contains(entry.Key) && entry.Value is SpecMap items ? filter.Items(root, items) : entry.Value);

        // There is no place in the document for what was said outside of it.
        var place = SourcePlace.StartOf(root.Span.File);
        foreach (var (name, pattern) in filter.include.Unused("Include").Concat(filter.exclude.Unused("Exclude")))
            diagnostics.Add(new DiagnosticInfo(SpecRules.PatternMatchesNoOperation, place, pattern, name));
        if (root["paths"] is SpecMap { Entries.Count: > 0 } && kept["paths"] is SpecMap { Entries.Count: 0 })
            diagnostics.Add(new DiagnosticInfo(SpecRules.NoOperationSelected, place));
        return kept;
    }

    private SpecMap Items(SpecMap root, SpecMap items) => items.WithValues(path =>
    {
        if (SpecGrammar.IsExtension(path.Key) || SpecReference.Follow(root, path.Value) is not SpecMap item)
            return path.Value;
        var kept = item.Without(e => e.Value is SpecMap operation && SpecGrammar.Methods.Contains(e.Key) && !IsWanted(path.Key, operation));
        // Where nothing goes, a $ref to a path item stays one.
        if (ReferenceEquals(kept, item))
            return item.Entries.Any(IsOperation) ? path.Value : null;
        return kept.Entries.Any(IsOperation) ? kept : null;
    });

    private static bool IsOperation(SpecEntry entry) => SpecGrammar.Methods.Contains(entry.Key) || SpecGrammar.Of(SpecKind.PathItem, entry.Key).Shape == SlotShape.Any && !SpecGrammar.IsExtension(entry.Key);

    // All lists are asked, so that each pattern knows whether it names something.
    private bool IsWanted(string path, SpecMap operation)
    {
        var tags = (operation["tags"] as SpecList)?.Items.OfType<SpecScalar>().Select(t => t.Text).ToArray() ?? [];
        string[] ids = operation["operationId"] is SpecScalar id ? [id.Text] : [];

        var byInclude = include.Ask(path, tags, ids);
        var byExclude = exclude.Ask(path, tags, ids);
        return byInclude.All(named => named != false) && byExclude.All(named => named != true);
    }

    /// <summary>The patterns of one direction.</summary>
    private sealed class Patterns(OperationPatterns patterns)
    {
        private readonly Glob[] paths = [.. patterns.Paths.Select(Glob.OverPaths)];
        private readonly Glob[] tags = [.. patterns.Tags.Select(Glob.OverNames)];
        private readonly Glob[] operations = [.. patterns.Operations.Select(Glob.OverNames)];

        /// <summary>For each list whether it names the operation; <see langword="null"/> for an empty one.</summary>
        public bool?[] Ask(string path, string[] tagsOfOperation, string[] ids) => [Names(paths, [path]), Names(tags, tagsOfOperation), Names(operations, ids)];

        public IEnumerable<(string Name, string Pattern)> Unused(string direction) =>
            from list in new[] { ("Paths", paths), ("Tags", tags), ("Operations", operations) }
            from glob in list.Item2
            where !glob.HasMatched
            select (direction + list.Item1, glob.Pattern);

        private static bool? Names(Glob[] globs, string[] texts) =>
            globs.Length == 0 ? null : globs.Count(g => texts.Count(g.Matches) > 0) > 0;
    }
}
