using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>Lays overlays over a document, one action after the other. What they bring keeps its place in the overlay.</summary>
internal sealed class OverlayApplier(List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
{
    // A few lines of "copy" can stand for very many nodes.
    private int nodesLeft = ReadingLimits.AliasedNodes;
    private readonly QueryBudget budget = new();

    public static SpecMap Apply(SpecMap root, SpecSource source, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        foreach (var missing in source.MissingOverlays)
            diagnostics.Add(new DiagnosticInfo(SpecRules.OverlayNotFound, SourcePlace.StartOf(source.Entry.Path), missing));

        var applier = new OverlayApplier(diagnostics, cancellationToken);
        foreach (var overlay in source.Overlays)
        {
            foreach (var action in OverlayDocument.Read(overlay, source.Entry.Path, diagnostics))
                root = applier.Apply(root, action);
        }
        return root;
    }

    private SpecMap Apply(SpecMap root, OverlayAction action)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var query = action.Place.AsText()!;
        if (JsonPathEvaluator.Pick(action.Target, root, budget, cancellationToken) is not { } picked)
            return Tell(SpecRules.InvalidJsonPath, action.Place, query, "its evaluation takes too many steps");
        if (picked.Count == 0)
            return Tell(SpecRules.OverlayTargetNotFound, action.Place, query);
        if (!action.IsRemoval)
            return Update(root, action, picked);

        return new PickedTree(picked).Change(root, _ => null) as SpecMap
            ?? Tell(SpecRules.InapplicableOverlayAction, action.Place, query, "the whole document cannot be removed");

        SpecMap Tell(DiagnosticRule rule, SpecNode place, params string[] arguments) => this.Tell(root, rule, place, arguments);
    }

    private SpecMap Update(SpecMap root, OverlayAction action, IReadOnlyList<PathMatch> picked)
    {
        var query = action.Place.AsText()!;
        if (action.Copy is { } copy)
        {
            if (JsonPathEvaluator.Pick(copy.Path, root, budget, cancellationToken) is not [var only])
                return Tell(root, SpecRules.InapplicableOverlayAction, copy.Place, query, "'copy' must match exactly one node");
            action = action with { Update = only.Node };
        }

        var update = action.Update!;
        if (picked.FirstOrDefault(p => !TreeMerge.Fits(p.Node, update)) is not null)
            return Tell(root, SpecRules.InapplicableOverlayAction, update, query, $"the target is an object, but the update is {update.Describe()}");
        if (picked.Max(p => p.Keys().Count) + TreeSize.Depth(update) > ReadingLimits.Depth)
            return Tell(root, SpecRules.NestedTooDeeply, action.Place, $"{ReadingLimits.Depth}");
        nodesLeft -= (int)Math.Min((long)TreeSize.Of(update, ReadingLimits.AliasedNodes) * picked.Count, ReadingLimits.AliasedNodes + 1);
        if (nodesLeft < 0)
            return Tell(root, SpecRules.InapplicableOverlayAction, action.Place, query, $"overlays can add at most {ReadingLimits.AliasedNodes} nodes in total");

        return new PickedTree(picked).Change(root, node => TreeMerge.Update(node, update)) as SpecMap ?? root;
    }

    private SpecMap Tell(SpecMap root, DiagnosticRule rule, SpecNode place, params string[] arguments)
    {
        diagnostics.Add(new DiagnosticInfo(rule, place.Place, arguments));
        return root;
    }
}
