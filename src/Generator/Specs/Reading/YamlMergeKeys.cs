using Kiln.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kiln.Generator.Specs.Reading;

/// <summary>
/// The merge key <c>&lt;&lt;</c>. The core schema has none, but YAML 1.1 has, nearly every tool that OpenAPI documents
/// are written with reads it, and as a plain key it would mean nothing in a document.
/// </summary>
internal static class YamlMergeKeys
{
    public static bool IsMergeKey(ParsingEvent key) => key is Scalar { Value: "<<", Style: ScalarStyle.Plain };

    /// <summary>Adds the entries of the merged maps that the map does not have itself; of several maps the first wins.</summary>
    public static void Merge(SpecEntry merge, SpecMapBuilder into, List<DiagnosticInfo> diagnostics)
    {
        IReadOnlyList<SpecNode> sources = merge.Value is SpecList list ? list.Items : [merge.Value];
        foreach (var source in sources)
        {
            if (source is not SpecMap map)
            {
                diagnostics.Add(new DiagnosticInfo(SpecRules.InvalidMergeKey, merge.KeyPlace));
                return;
            }
            foreach (var entry in map.Entries)
                into.AddMissing(entry);
        }
    }
}
