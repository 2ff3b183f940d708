using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Checks;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Joining;
using Kiln.Generator.Specs.Normalization;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs;

/// <summary>Reads a document: parsed files, to one positioned tree, to checks, to the normal form.</summary>
internal static class SpecReader
{
    /// <summary>A document in one file.</summary>
    public static StageResult<SpecDocument> Read(SpecText text, CancellationToken cancellationToken) => Read(SpecSource.Of(text, cancellationToken), cancellationToken);

    /// <summary>The document in its normal form; no value when it has an error, so that no later stage meets one.</summary>
    public static StageResult<SpecDocument> Read(SpecSource source, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> diagnostics = [.. source.Entry.Diagnostics];
        var normal = Read(source, diagnostics, cancellationToken);

        // One place can be reached twice, by an alias or a $ref that was inlined.
        var ordered = diagnostics.Distinct()
            .OrderBy(d => d.Location.File != source.Entry.Path)
            .ThenBy(d => d.Location.File, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Line)
            .ThenBy(d => d.Location.Column)
            .ToEquatableArray();
        var hasErrors = ordered.Items.Any(d => d.Rule.Severity == DiagnosticLevel.Error);
        return new StageResult<SpecDocument>(hasErrors || normal is null ? null : new SpecDocument(source.Entry.Path, normal), ordered);
    }

    private static SpecMap? Read(SpecSource source, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        if (RootCheck.Check(source.Entry.Root, source.Entry.Path, diagnostics) is not { } version || source.Entry.Root is not SpecMap entry)
            return null;

        diagnostics.AddRange(source.OtherFiles.Items.AddRange(source.Overlays.Items).SelectMany(f => f.Diagnostics.Items));
        var finder = new ReferenceTargetFinder(source);
        var root = ReferenceTargetHoister.Hoist(SpecAssembler.Assemble(source, entry, version, finder, diagnostics, cancellationToken), version);

        RootCheck.CheckContent(root, version, diagnostics);
        ReferenceCheck.Check(root, finder, diagnostics);
        CircularReferenceCheck.Check(root, diagnostics);
        CompositionCheck.Check(root, diagnostics);
        if (!diagnostics.Any(d => d.Rule.Severity == DiagnosticLevel.Error))
            SizeCheck.Check(root, diagnostics, cancellationToken);
        OperationIdCheck.Check(root, diagnostics);
        cancellationToken.ThrowIfCancellationRequested();

        // What is ordered after an error mostly follows from it: a parameter behind a broken $ref is not missing.
        if (diagnostics.Any(d => d.Rule.Severity == DiagnosticLevel.Error))
            return null;

        var normal = SpecNormalizer.Normalize(root, version, diagnostics, cancellationToken);
        PathCheck.Check(normal, diagnostics);
        return normal;
    }
}
