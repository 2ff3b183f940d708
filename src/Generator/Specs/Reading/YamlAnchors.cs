using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;
using YamlDotNet.Core.Events;

namespace Kiln.Generator.Specs.Reading;

/// <summary>
/// The anchors of a document. An alias expands to the node of its anchor, not to a copy, so it costs nothing here; but everything that
/// walks the tree later walks the node once for each alias, so the number of aliased nodes is limited.
/// </summary>
internal sealed class YamlAnchors(List<DiagnosticInfo> diagnostics)
{
    private readonly Dictionary<string, Anchor?> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<SpecNode, Anchor> measured = [];
    private long aliasedNodes;

    /// <summary>Begins a collection; until <see cref="Close"/>, an alias to its anchor is recursive. Returns <see langword="null"/> if it has no anchor.</summary>
    public string? Open(NodeEvent start)
    {
        if (start.Anchor.IsEmpty)
            return null;

        byName[start.Anchor.Value] = null;
        return start.Anchor.Value;
    }

    public void Close(string? name, SpecNode node)
    {
        if (name is not null)
            byName[name] = measured[node] = Measure(node);
    }

    public SpecNode Register(Scalar scalar, SpecScalar node)
    {
        Close(Open(scalar), node);
        return node;
    }

    /// <summary>The node of an alias; <see langword="null"/>, with a diagnostic, if there is none or a limit is exceeded.</summary>
    public SpecNode? Expand(string name, SpecSpan span, int depth)
    {
        if (!byName.TryGetValue(name, out var anchor))
            return Fail(SpecRules.UndefinedAlias, span, name);
        if (anchor is null)
            return Fail(SpecRules.RecursiveAlias, span, name);

        aliasedNodes += anchor.Nodes;
        if (aliasedNodes > ReadingLimits.AliasedNodes)
            return Fail(SpecRules.AliasExpansionTooLarge, span, $"{ReadingLimits.AliasedNodes}");
        if (depth + anchor.Height - 1 > ReadingLimits.Depth)
            return Fail(SpecRules.NestedTooDeeply, span, $"{ReadingLimits.Depth}");
        return anchor.Node;
    }

    /// <summary>Reports an error, and returns <see langword="null"/> for the caller to return.</summary>
    private SpecNode? Fail(DiagnosticRule rule, SpecSpan span, string argument)
    {
        diagnostics.Add(new DiagnosticInfo(rule, span.Location, argument));
        return null;
    }

    // A nested anchor is not measured again, so that all anchors together cost one walk.
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
            var measuredChild = Measure(child);
            nodes += measuredChild.Nodes;
            height = Math.Max(height, measuredChild.Height + 1);
        }
        return new Anchor(node, nodes, height);
    }

    private sealed record Anchor(SpecNode Node, long Nodes, int Height);
}
