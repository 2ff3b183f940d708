using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Specs;

/// <summary>Reads a document: text, to a positioned tree, to checks, to the normal form.</summary>
internal static class SpecReader
{
    /// <summary>The document in its normal form; no value when it has an error, so that no later stage meets one.</summary>
    public static Parsed<SpecDocument> Read(SpecText text, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> diagnostics = [];
        var root = SpecTree.Read(text, diagnostics, cancellationToken) as SpecMap;

        var document = root is null ? null : new SpecDocument(text.Path, root);
        return new Parsed<SpecDocument>(document, diagnostics.ToEquatableArray());
    }
}
