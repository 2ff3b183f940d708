using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>Applies overlays to a document, one action after the other. The nodes that they add keep their positions in the overlay.</summary>
internal sealed class OverlayApplier(List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
{
    // A few "copy" actions can multiply the number of nodes.
    private int remainingNodes = ReadingLimits.AliasedNodes;
    private readonly QueryBudget budget = new();

    public static SpecMap Apply(SpecMap root, SpecSource source, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        foreach (var missing in source.MissingOverlays)
            diagnostics.Add(new DiagnosticInfo(SpecRules.OverlayNotFound, SourceLocation.StartOf(source.Entry.Path), missing));

        var applier = new OverlayApplier(diagnostics, cancellationToken);
        foreach (var overlay in source.Overlays)
        {
            foreach (var action in OverlayReader.Read(overlay, source.Entry.Path, diagnostics))
                root = applier.Apply(root, action);
        }
        return root;
    }

    private SpecMap Apply(SpecMap root, OverlayAction action)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var query = action.Location.AsText()!;
        if (JsonPathEvaluator.Evaluate(action.Target, root, budget, cancellationToken) is not { } matches)
            return Report(SpecRules.InvalidJsonPath, action.Location, query, "its evaluation takes too many steps");
        if (matches.Count == 0)
            return Report(SpecRules.OverlayTargetNotFound, action.Location, query);
        if (!action.IsRemoval)
            return Update(root, action, matches);

        return new SelectedNodes(matches).Change(root, _ => null) as SpecMap
            ?? Report(SpecRules.InapplicableOverlayAction, action.Location, query, "the whole document cannot be removed");

        SpecMap Report(DiagnosticRule rule, SpecNode node, params string[] arguments) => this.Report(root, rule, node, arguments);
    }

    private SpecMap Update(SpecMap root, OverlayAction action, IReadOnlyList<PathMatch> matches)
    {
        var query = action.Location.AsText()!;
        if (action.Copy is { } copy)
        {
            if (JsonPathEvaluator.Evaluate(copy.Path, root, budget, cancellationToken) is not [var only])
                return Report(root, SpecRules.InapplicableOverlayAction, copy.Location, query, "'copy' must match exactly one node");
            action = action with { Update = only.Node };
        }

        var update = action.Update!;
        if (matches.FirstOrDefault(p => !TreeMerge.CanMerge(p.Node, update)) is not null)
            return Report(root, SpecRules.InapplicableOverlayAction, update, query, $"the target is an object, but the update is {update.Describe()}");
        if (matches.Max(p => p.Keys().Count) + TreeSize.Depth(update) > ReadingLimits.Depth)
            return Report(root, SpecRules.NestedTooDeeply, action.Location, $"{ReadingLimits.Depth}");
        remainingNodes -= (int)Math.Min((long)TreeSize.Of(update, ReadingLimits.AliasedNodes) * matches.Count, ReadingLimits.AliasedNodes + 1);
        if (remainingNodes < 0)
            return Report(root, SpecRules.InapplicableOverlayAction, action.Location, query, $"overlays can add at most {ReadingLimits.AliasedNodes} nodes in total");

        return new SelectedNodes(matches).Change(root, node => TreeMerge.Update(node, update)) as SpecMap ?? root;
    }

    private SpecMap Report(SpecMap root, DiagnosticRule rule, SpecNode node, params string[] arguments)
    {
        diagnostics.Add(new DiagnosticInfo(rule, node.Location, arguments));
        return root;
    }
}
