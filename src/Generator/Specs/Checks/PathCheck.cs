using System.Text.RegularExpressions;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Whether the names in a path and the declared path parameters are the same, and no path stands twice under other names.</summary>
internal static class PathCheck
{
    private static readonly Regex Template = new(@"\{([^{}]+)\}", RegexOptions.CultureInvariant);

    public static void Check(SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        if (root["paths"] is not SpecMap paths)
            return;

        Dictionary<string, SpecEntry> byForm = new(StringComparer.Ordinal);
        foreach (var path in paths.Entries)
        {
            var form = Template.Replace(path.Key, "{}");
            if (byForm.TryGetValue(form, out var first))
                diagnostics.Add(new DiagnosticInfo(SpecRules.DuplicatePath, path.KeyPlace, path.Key, first.Key, $"{first.KeyPlace.Line}"));
            else
                byForm.Add(form, path);

            var segments = path.Key.Split('/').Length - 1;
            if (segments > ReadingLimits.PathSegments)
                diagnostics.Add(new DiagnosticInfo(SpecRules.TooManyPathSegments, path.KeyPlace, $"{segments}", $"{ReadingLimits.PathSegments}"));

            if (path.Value is SpecMap item)
                CheckParameters(path, item, root, diagnostics);
        }
    }

    private static void CheckParameters(SpecEntry path, SpecMap item, SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        var inTemplate = Template.Matches(path.Key).Cast<Match>().Select(m => m.Groups[1].Value).Distinct().ToArray();
        var shared = PathParameters(item, root);
        foreach (var operation in item.Entries)
        {
            if (operation.Value is not SpecMap map || !SpecGrammar.Methods.Contains(operation.Key))
                continue;

            var own = PathParameters(map, root);
            foreach (var name in inTemplate.Where(name => !own.Concat(shared).Any(p => p.Name == name)))
                diagnostics.Add(new DiagnosticInfo(SpecRules.UndeclaredPathParameter, operation.KeyPlace, name, path.Key, operation.Key));
            Unused(own);
        }
        Unused(shared);

        void Unused(List<(string Name, SpecNode Node)> parameters)
        {
            foreach (var (name, node) in parameters.Where(p => !inTemplate.Contains(p.Name)))
                diagnostics.Add(new DiagnosticInfo(SpecRules.PathParameterNotInPath, node.Place, name, path.Key));
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
