using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Reports paths whose placeholders differ from the declared path parameters, and paths that differ only in the names of placeholders.</summary>
internal static class PathCheck
{
    private static readonly Regex Placeholder = new(@"\{([^{}]+)\}", RegexOptions.CultureInvariant);

    public static void Check(SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        if (root["paths"] is not SpecMap paths)
            return;

        Dictionary<string, SpecEntry> byPlaceholder = new(StringComparer.Ordinal);
        foreach (var path in paths.Entries)
        {
            var template = Placeholder.Replace(path.Key, "{}");
            if (byPlaceholder.TryGetValue(template, out var first))
                diagnostics.Add(new DiagnosticInfo(SpecRules.DuplicatePath, path.KeyLocation, path.Key, first.Key, $"{first.KeyLocation.Line}"));
            else
                byPlaceholder.Add(template, path);

            var segments = path.Key.Split('/').Length - 1;
            if (segments > ReadingLimits.PathSegments)
                diagnostics.Add(new DiagnosticInfo(SpecRules.TooManyPathSegments, path.KeyLocation, $"{segments}", $"{ReadingLimits.PathSegments}"));

            if (path.Value is SpecMap item)
                CheckParameters(path, item, root, diagnostics);
        }
    }

    private static void CheckParameters(SpecEntry path, SpecMap item, SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        var placeholders = Placeholder.Matches(path.Key).Cast<Match>().Select(m => m.Groups[1].Value).Distinct().ToArray();
        var shared = PathParameters(item, root);
        foreach (var operation in PathOperations.Of(item))
        {
            if (operation.Value is not SpecMap map)
                continue;

            var own = PathParameters(map, root);
            foreach (var name in placeholders.Where(name => !own.Concat(shared).Any(p => p.Name == name)))
                diagnostics.Add(new DiagnosticInfo(SpecRules.UndeclaredPathParameter, operation.KeyLocation, name, path.Key, operation.Key));
            ReportUndeclared(own);
        }
        ReportUndeclared(shared);

        void ReportUndeclared(List<(string Name, SpecNode Node)> parameters)
        {
            foreach (var (name, node) in parameters.Where(p => !placeholders.Contains(p.Name)))
                diagnostics.Add(new DiagnosticInfo(SpecRules.PathParameterNotInPath, node.Location, name, path.Key));
        }
    }

    private static List<(string Name, SpecNode Node)> PathParameters(SpecMap owner, SpecMap root)
    {
        List<(string, SpecNode)> found = [];
        foreach (var item in (owner["parameters"] as SpecList)?.Items ?? [])
        {
            if (SpecReference.Follow(root, item) is SpecMap parameter && parameter["in"].AsText() == "path" && parameter["name"].AsText() is { } name)
                found.Add((name, item));
        }
        return found;
    }
}
