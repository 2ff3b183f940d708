using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Joining;

namespace Kiln.Generator.Specs;

/// <summary>Makes the one tree that is checked: joins the files, lays the overlays over it, and keeps what is wanted.</summary>
internal static class SpecAssembler
{
    public static SpecMap Assemble(
        SpecSource source, SpecMap entry, SpecVersion version, TargetFinder finder, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var joiner = new FileJoiner(source, version, finder, diagnostics);
        var root = joiner.Join(entry);
        cancellationToken.ThrowIfCancellationRequested();
        return root;
    }
}
