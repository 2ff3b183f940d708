using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kiln.Generator.Specs.Reading;

/// <summary>
/// The merge key <c>&lt;&lt;</c>. The core schema does not have it, but YAML 1.1 does, nearly all tools for OpenAPI documents
/// support it, and as an ordinary key it would have no meaning.
/// </summary>
internal static class YamlMergeKeys
{
    public static bool IsMergeKey(ParsingEvent key) => key is Scalar { Value: "<<", Style: ScalarStyle.Plain };

    /// <summary>Adds the entries of the merged maps whose keys are missing; of several maps the first takes precedence.</summary>
    public static void Merge(SpecEntry merge, SpecMapBuilder into, List<DiagnosticInfo> diagnostics)
    {
        IReadOnlyList<SpecNode> sources = merge.Value is SpecList list ? list.Items : [merge.Value];
        foreach (var source in sources)
        {
            if (source is not SpecMap map)
            {
                diagnostics.Add(new DiagnosticInfo(SpecRules.InvalidMergeKey, merge.KeyLocation));
                return;
            }
            foreach (var entry in map.Entries)
                into.AddMissing(entry);
        }
    }
}
