using Kiln.Generator;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Emission;
using Kiln.Generator.Pipeline;
using Kiln.Tool.Files;

namespace Kiln.Tool.Documents;

/// <summary>Makes the files of an SDK, or ends the run with what is wrong.</summary>
internal static class SdkBuild
{
    /// <summary>The files in the order of their names. Errors and warnings go to standard error, where they are not taken for the command's result.</summary>
    public static IReadOnlyList<SourceFile> Run(
        KilnConsole console, SdkGenerate generate, string spec, SdkChoices choices, CancellationToken cancellationToken) =>
        [.. Make(console, generate, spec, choices, cancellationToken).Files];

    /// <summary>The same, with what the document calls its API.</summary>
    public static GeneratedSdk Make(
        KilnConsole console, SdkGenerate generate, string spec, SdkChoices choices, CancellationToken cancellationToken)
    {
        var sdk = generate(SpecFiles.Load(console, spec, choices.Input, cancellationToken), choices.Options, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        var reported = DiagnosticReport.InDocumentOrder(sdk.Diagnostics, spec).Where(d => d.Rule.Severity > DiagnosticLevel.Info);
        foreach (var line in DiagnosticReport.Lines(reported, "kiln check --all prints them"))
            console.Error.WriteLine(line);
        if (sdk.HasErrors)
            throw new KilnFailure(ExitCodes.DocumentWrong, $"{spec}: {DiagnosticReport.Summary(sdk.Diagnostics)}; no files were generated.");

        var files = sdk.Files.OrderBy(file => file.HintName, StringComparer.Ordinal).ToEquatableArray();
        HintNames.Check(files);
        return sdk with { Files = files };
    }
}
