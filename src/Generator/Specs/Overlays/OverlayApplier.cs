using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Reading;
using Kiln.Generator.Specs.Tree;

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
            diagnostics.Add(new DiagnosticInfo(SpecRules.OverlayNotGiven, SourceLocation.StartOf(source.Entry.Path), missing));

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
        var query = action.Location.AsText()!;
        if (JsonPathEvaluator.Pick(action.Target, root, budget, cancellationToken) is not { } picked)
            return Tell(SpecRules.WrongJsonPath, action.Location, query, "it asks for too much work");
        if (picked.Count == 0)
            return Tell(SpecRules.OverlayTargetIsNothing, action.Location, query);
        if (!action.IsRemoval)
            return Update(root, action, picked);

        return new PickedTree(picked).Change(root, _ => null) as SpecMap
            ?? Tell(SpecRules.OverlayDoesNotFit, action.Location, query, "the whole document cannot be removed");

        SpecMap Tell(DiagnosticRule rule, SpecNode place, params string[] arguments) => this.Tell(root, rule, place, arguments);
    }

    private SpecMap Update(SpecMap root, OverlayAction action, IReadOnlyList<PathMatch> picked)
    {
        var query = action.Location.AsText()!;
        if (action.Copy is { } copy)
        {
            if (JsonPathEvaluator.Pick(copy.Path, root, budget, cancellationToken) is not [var only])
                return Tell(root, SpecRules.OverlayDoesNotFit, copy.Location, query, "'copy' must name exactly one node");
            action = action with { Update = only.Node };
        }

        var update = action.Update!;
        if (picked.FirstOrDefault(p => !TreeMerge.Fits(p.Node, update)) is not null)
            return Tell(root, SpecRules.OverlayDoesNotFit, update, query, $"it picks a map, and the update is {update.Describe()}");
        if (picked.Max(p => p.Keys().Count) + TreeSize.Depth(update) > ReadingLimits.Depth)
            return Tell(root, SpecRules.NestedTooDeeply, action.Location, $"{ReadingLimits.Depth}");
        nodesLeft -= (int)Math.Min((long)TreeSize.Of(update, ReadingLimits.AliasedNodes) * picked.Count, ReadingLimits.AliasedNodes + 1);
        if (nodesLeft < 0)
            return Tell(root, SpecRules.OverlayDoesNotFit, action.Location, query, $"overlays may add {ReadingLimits.AliasedNodes} values in all");

        return new PickedTree(picked).Change(root, node => TreeMerge.Update(node, update)) as SpecMap ?? root;
    }

    private SpecMap Tell(SpecMap root, DiagnosticRule rule, SpecNode place, params string[] arguments)
    {
        diagnostics.Add(new DiagnosticInfo(rule, place.Location, arguments));
        return root;
    }
}
