using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Filtering;

/// <summary>Removes the operations that are not selected, and paths without operations.</summary>
internal sealed class OperationFilter
{
    private static readonly string[] OperationSections = ["paths", "webhooks", "x-webhooks"];

    private readonly Patterns include;
    private readonly Patterns exclude;

    private OperationFilter(SpecFilter filter)
    {
        include = new Patterns(filter.Include);
        exclude = new Patterns(filter.Exclude);
    }

    public static SpecMap Apply(SpecMap root, SpecFilter options, List<DiagnosticInfo> diagnostics)
    {
        var filter = new OperationFilter(options);
        var filtered = root.WithValues(entry => OperationSections.Contains(entry.Key) && entry.Value is SpecMap items ? filter.FilterPaths(root, items) : entry.Value);

        // The patterns are not part of the document, so there is no better location.
        var location = SourceLocation.StartOf(root.Span.File);
        foreach (var (name, pattern) in filter.include.Unused("Include").Concat(filter.exclude.Unused("Exclude")))
            diagnostics.Add(new DiagnosticInfo(SpecRules.PatternMatchesNoOperation, location, pattern, name));
        if (root["paths"] is SpecMap { Entries.Count: > 0 } && filtered["paths"] is SpecMap { Entries.Count: 0 })
            diagnostics.Add(new DiagnosticInfo(SpecRules.NoOperationSelected, location));
        return filtered;
    }

    private SpecMap FilterPaths(SpecMap root, SpecMap items) => items.WithValues(path =>
    {
        if (SpecGrammar.IsExtension(path.Key) || SpecReference.Follow(root, path.Value) is not SpecMap item)
            return path.Value;
        var filtered = PathOperations.Without(item, e => e.Value is SpecMap operation && !IsSelected(path.Key, operation));
        // A $ref to a path item stays a reference if nothing is removed from the path item.
        if (ReferenceEquals(filtered, item))
            return item.Entries.Any(IsOperation) ? path.Value : null;
        return filtered.Entries.Any(IsOperation) ? filtered : null;
    });

    private static bool IsOperation(SpecEntry entry) => entry is { Key: PathOperations.Additional } || SpecGrammar.Methods.Contains(entry.Key) || SpecGrammar.RuleOf(OpenApiObjectKind.PathItem, entry.Key).Form == ValueForm.Any && !SpecGrammar.IsExtension(entry.Key);

    // Evaluates all lists, so that each pattern records whether it matches anything.
    private bool IsSelected(string path, SpecMap operation)
    {
        var tags = (operation["tags"] as SpecList)?.Items.OfType<SpecScalar>().Select(t => t.Source).ToArray() ?? [];
        string[] ids = operation["operationId"] is SpecScalar id ? [id.Source] : [];

        var included = include.Match(path, tags, ids);
        var excluded = exclude.Match(path, tags, ids);
        return included.All(matches => matches != false) && excluded.All(matches => matches != true);
    }

    /// <summary>The patterns that include, or those that exclude.</summary>
    private sealed class Patterns(OperationPatterns patterns)
    {
        private readonly Glob[] paths = [.. patterns.Paths.Select(Glob.ForPaths)];
        private readonly Glob[] tags = [.. patterns.Tags.Select(Glob.ForNames)];
        private readonly Glob[] operations = [.. patterns.Operations.Select(Glob.ForNames)];

        /// <summary>For each list whether it matches the operation; <see langword="null"/> for an empty list.</summary>
        public bool?[] Match(string path, string[] tagsOfOperation, string[] ids) => [MatchesAny(paths, [path]), MatchesAny(tags, tagsOfOperation), MatchesAny(operations, ids)];

        public IEnumerable<(string Name, string Pattern)> Unused(string direction) =>
            from list in new[] { ("Paths", paths), ("Tags", tags), ("Operations", operations) }
            from glob in list.Item2
            where !glob.HasMatched
            select (direction + list.Item1, glob.Pattern);

    /// <summary>Whether a list matches one of some texts; <see langword="null"/> for an empty list.</summary>
        private static bool? MatchesAny(Glob[] globs, string[] texts) =>
            globs.Length == 0 ? null : globs.Count(g => texts.Count(g.Matches) > 0) > 0;
    }
}
