using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;
using Kiln.Generator.Text;

namespace Kiln.Generator.Specs.Checks;

/// <summary>Reports security requirements whose scheme the document does not define, once for each name.</summary>
internal static class SecuritySchemeCheck
{
    public static void Check(SpecMap root, List<DiagnosticInfo> diagnostics)
    {
        var defined = new[] { JsonPointer.Find(root, "/components/securitySchemes"), root["securityDefinitions"] }.OfType<SpecMap>().SelectMany(m => m.Entries).Select(e => e.Key).ToArray();
        HashSet<string> known = new(defined, StringComparer.Ordinal);
        var suggestions = new NameSuggestions();
        SpecWalk.Visit(root, OpenApiObjectKind.Document, (map, kind) =>
        {
            if (kind != OpenApiObjectKind.SecurityRequirement)
                return;
            foreach (var scheme in map.Entries)
            {
                // Since OpenAPI 3.2 a scheme may also be named by its URI.
                if (known.Add(scheme.Key) && !SpecGrammar.IsExtension(scheme.Key) && scheme.Key.IndexOfAny(['/', '#']) < 0)
                    diagnostics.Add(new DiagnosticInfo(SpecRules.UnknownSecurityScheme, scheme.KeyLocation, scheme.Key, suggestions.Question(scheme.Key, defined)));
            }
        });
    }
}
