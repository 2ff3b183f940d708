using Kiln.Generator.Diagnostics;
using YamlDotNet.Core.Events;

namespace Kiln.Generator.Specs.Reading;

/// <summary>
/// The anchors of a document. An alias gives its anchor's node itself, not a copy, so it costs nothing here; but all that
/// walks the tree later walks it once for each alias, and so what the aliases stand for is counted and limited.
/// </summary>
internal sealed class YamlAnchors(List<DiagnosticInfo> diagnostics)
{
    private readonly Dictionary<string, Anchor?> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<SpecNode, Anchor> measured = [];
    private long aliasedNodes;

    /// <summary>Begins a collection; until <see cref="Close"/> an alias to its anchor would be recursive.</summary>
    public string? Open(NodeEvent start)
    {
        if (start.Anchor.IsEmpty)
            return null;

        byName[start.Anchor.Value] = null;
        return start.Anchor.Value;
    }

    public void Close(string? open, SpecNode node)
    {
        if (open is not null)
            byName[open] = measured[node] = Measure(node);
    }

    public SpecNode Register(Scalar scalar, SpecScalar node)
    {
        Close(Open(scalar), node);
        return node;
    }

    /// <summary>The node of an alias; <see langword="null"/>, with a diagnostic, when it has none or asks for too much.</summary>
    public SpecNode? Expand(string name, SpecSpan place, int depth)
    {
        if (!byName.TryGetValue(name, out var anchor))
            return Fail(SpecRules.UndefinedAlias, place, name);
        if (anchor is null)
            return Fail(SpecRules.RecursiveAlias, place, name);

        aliasedNodes += anchor.Nodes;
        if (aliasedNodes > ReadingLimits.AliasedNodes)
            return Fail(SpecRules.AliasExpansionTooLarge, place, $"{ReadingLimits.AliasedNodes}");
        if (depth + anchor.Height - 1 > ReadingLimits.Depth)
            return Fail(SpecRules.NestedTooDeeply, place, $"{ReadingLimits.Depth}");
        return anchor.Node;
    }

    private SpecNode? Fail(DiagnosticRule rule, SpecSpan span, string argument)
    {
        diagnostics.Add(new DiagnosticInfo(rule, span.Place, argument));
        return null;
    }

    // An anchor inside is not walked again, so that all anchors together cost one walk.
    private Anchor Measure(SpecNode node)
    {
        if (measured.TryGetValue(node, out var known))
            return known;

        IEnumerable<SpecNode> children = node switch
        {
            SpecMap map => map.Entries.Select(e => e.Value),
            SpecList list => list.Items,
            _ => [],
        };
        long nodes = 1;
        var height = node is SpecScalar ? 0 : 1;
        foreach (var child in children)
        {
            var below = Measure(child);
            nodes += below.Nodes;
            height = Math.Max(height, below.Height + 1);
        }
        return new Anchor(node, nodes, height);
    }

    private sealed record Anchor(SpecNode Node, long Nodes, int Height);
}
