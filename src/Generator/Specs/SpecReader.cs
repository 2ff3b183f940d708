using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Checks;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Filtering;
using Kiln.Generator.Specs.Joining;
using Kiln.Generator.Specs.Normalization;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs;

/// <summary>Reads an OpenAPI document: joins the parsed files to one tree with positions, checks it, and normalizes it.</summary>
internal static class SpecReader
{
    /// <summary>Reads a document that is a single file.</summary>
    public static StageResult<SpecDocument> Read(SpecText text, CancellationToken cancellationToken) => Read(SpecSource.Of(text, cancellationToken), cancellationToken);

    /// <summary>The normalized document; the value is <see langword="null"/> if there is an error, so that no later stage has to handle one.</summary>
    public static StageResult<SpecDocument> Read(SpecSource source, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> diagnostics = [.. source.Entry.Diagnostics];
        var normal = Read(source, diagnostics, cancellationToken);

        // A node can be visited more than once, through an alias or an inlined $ref.
        var ordered = diagnostics.Distinct()
            .OrderBy(d => d.Location.File != source.Entry.Path)
            .ThenBy(d => d.Location.File, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Line)
            .ThenBy(d => d.Location.Column)
            .ToEquatableArray();
        var hasErrors = ordered.Items.Any(d => d.Rule.Severity == DiagnosticLevel.Error);
        return new StageResult<SpecDocument>(hasErrors || normal is null ? null : new SpecDocument(source.Entry.Path, normal) { InfersPaging = source.InfersPaging }, ordered);
    }

    /// <summary>The document as it is written, with its files and overlays, but with all of its operations: what the next overlay would be applied to.</summary>
    public static SpecMap? ReadAssembled(SpecSource source, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> diagnostics = [];
        if (RootCheck.Check(source.Entry.Root, source.Entry.Path, diagnostics) is not { } version || source.Entry.Root is not SpecMap)
            return null;
        source = ResourceReferences.Resolve(source with { Filter = SpecFilter.None });
        return SpecAssembler.Assemble(source, (SpecMap)source.Entry.Root!, version, new ReferenceTargetFinder(source), diagnostics, cancellationToken);
    }

    /// <summary>The normalized root; <see langword="null"/>, with a diagnostic, if the document has an error.</summary>
    private static SpecMap? Read(SpecSource source, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        if (RootCheck.Check(source.Entry.Root, source.Entry.Path, diagnostics) is not { } version || source.Entry.Root is not SpecMap entry)
            return null;

        diagnostics.AddRange(source.OtherFiles.Items.AddRange(source.Overlays.Items).SelectMany(f => f.Diagnostics.Items));
        source = ResourceReferences.Resolve(source);
        entry = (SpecMap)source.Entry.Root!;
        var finder = new ReferenceTargetFinder(source);
        var root = ReferenceTargetHoister.Hoist(SpecAssembler.Assemble(source, entry, version, finder, diagnostics, cancellationToken), version);

        RootCheck.CheckContent(root, version, diagnostics);
        ReferenceCheck.Check(root, finder, diagnostics);
        CircularReferenceCheck.Check(root, diagnostics);
        CompositionCheck.Check(root, diagnostics);
        if (!diagnostics.Any(d => d.Rule.Severity == DiagnosticLevel.Error))
            SizeCheck.Check(root, diagnostics, cancellationToken);
        OperationIdCheck.Check(root, diagnostics);
        SecuritySchemeCheck.Check(root, diagnostics);
        cancellationToken.ThrowIfCancellationRequested();

        // Later diagnostics would mostly be consequences of an error: a parameter behind an unresolved $ref is not missing.
        if (diagnostics.Any(d => d.Rule.Severity == DiagnosticLevel.Error))
            return null;

        var normal = SpecNormalizer.Normalize(root, version, diagnostics, cancellationToken);
        PathCheck.Check(normal, diagnostics);
        return normal;
    }
}
