using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Joining;
using Kiln.Generator.Specs.Overlays;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs;

/// <summary>Creates the tree that is checked: joins the files, applies the overlays, and filters the operations.</summary>
internal static class SpecAssembler
{
    public static SpecMap Assemble(
        SpecSource source, SpecMap entry, SpecVersion version, ReferenceTargetFinder finder, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var joiner = new FileJoiner(source, version, finder, diagnostics);
        var root = joiner.Join(entry);
        cancellationToken.ThrowIfCancellationRequested();

        var overlaid = OverlayApplier.Apply(root, source, diagnostics, cancellationToken);
        if (!ReferenceEquals(overlaid, root) && joiner.IsNeeded)
            // An overlay may refer to further files, and may have removed the only reference to one.
            overlaid = ComponentPruner.PruneUnreferenced(joiner.Join(overlaid), joiner.IsFromOtherFile);
        cancellationToken.ThrowIfCancellationRequested();

        return source.Filter.IsEmpty
            ? overlaid
            : ComponentPruner.Prune(FilteredTargetHoister.Apply(overlaid, OperationFilter.Apply(overlaid, source.Filter, diagnostics), version));
    }
}
