using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Checks;
using Kiln.Generator.Specs.Normalization;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Specs;

/// <summary>Reads a document: text, to a positioned tree, to checks, to the normal form.</summary>
internal static class SpecReader
{
    /// <summary>The document in its normal form; no value when it has an error, so that no later stage meets one.</summary>
    public static Parsed<SpecDocument> Read(SpecText text, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> diagnostics = [];
        var normal = Read(text, diagnostics, cancellationToken);

        // One place can be reached twice, by an alias or a $ref that was inlined.
        var told = diagnostics.Distinct().OrderBy(d => d.Place.Line).ThenBy(d => d.Place.Column).ToEquatableArray();
        var hasErrors = told.Items.Any(d => d.Rule.Severity == DiagnosticLevel.Error);
        return new Parsed<SpecDocument>(hasErrors || normal is null ? null : new SpecDocument(text.Path, normal), told);
    }

    private static SpecMap? Read(SpecText text, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var tree = SpecTree.Read(text, diagnostics, cancellationToken);
        if (RootCheck.Check(tree, text.Path, diagnostics) is not { } version || tree is not SpecMap root)
            return null;

        RootCheck.CheckContent(root, version, diagnostics);
        ReferenceCheck.Check(root, diagnostics);
        CircleCheck.Check(root, diagnostics);
        OperationIdCheck.Check(root, diagnostics);
        cancellationToken.ThrowIfCancellationRequested();

        // What is told after an error mostly follows from it: a parameter behind a broken $ref is not missing.
        if (diagnostics.Any(d => d.Rule.Severity == DiagnosticLevel.Error))
            return null;

        var normal = SpecNormalizer.Normalize(root, version, diagnostics, cancellationToken);
        PathCheck.Check(normal, diagnostics);
        return normal;
    }
}
