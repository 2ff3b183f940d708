using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Coverage;

/// <summary>
/// Reports once that security schemes are not generated. A document whose operations all take one token in the <c>Authorization</c> header needs nothing else
/// than the runtime's <c>TokenAuthenticationProvider</c>, so it is not reported.
/// </summary>
internal static class SecurityCheck
{
    private const int MaxNames = 5;

    public static void Check(SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        var lists = RequirementLists(root).ToList();
        var names = lists.SelectMany(list => Requirements(list.Value)).SelectMany(r => r.Entries).Select(e => e.Key).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0 || (names.Count == 1 && IsSentByToken(names[0], root)))
            return;

        var first = lists.First(list => Requirements(list.Value).Any(r => r.Entries.Count > 0));
        var shown = string.Join(", ", names.Take(MaxNames).Select(n => $"'{n}'")) + (names.Count > MaxNames ? " and more" : "");
        diagnostics.Add(new(UnsupportedRules.SecuritySchemes, first.KeyLocation, shown));
    }

    private static IEnumerable<SpecEntry> RequirementLists(SpecMap root)
    {
        if (root.Entry("security") is { } own)
            yield return own;
        foreach (var path in (root["paths"] as SpecMap)?.Entries ?? [])
        {
            if (SpecReference.Follow(root, path.Value) is not SpecMap item)
                continue;
            foreach (var method in SpecGrammar.Methods)
            {
                if ((item[method] as SpecMap)?.Entry("security") is { } security)
                    yield return security;
            }
        }
    }

    private static IEnumerable<SpecMap> Requirements(SpecNode list) => (list as SpecList)?.Items.OfType<SpecMap>() ?? [];

    private static bool IsSentByToken(string name, SpecMap root)
    {
        if ((JsonPointer.Find(root, ["components", "securitySchemes"]) as SpecMap)?[name] is not { } node || SpecReference.Follow(root, node) is not SpecMap scheme)
            return false;
        return scheme["type"].AsText() switch
        {
            "http" => string.Equals(scheme["scheme"].AsText(), "bearer", StringComparison.OrdinalIgnoreCase),
            "apiKey" => scheme["in"].AsText() == "header" && string.Equals(scheme["name"].AsText(), "Authorization", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }
}
