using System.CommandLine;
using Kiln.Generator;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Commands;

/// <summary><c>kiln check</c>: what the compiler would say about a document.</summary>
internal static class CheckCommand
{
    public static Command Create(KilnConsole console, SdkGenerate generate)
    {
        var spec = CommonInputs.Spec();
        return new Verb(
            "check",
            "Prints what the compiler would say about a document, one line each.",
            "kiln check openapi.yaml",
            (parsed, cancellationToken) => Run(console, generate, parsed.GetRequiredValue(spec), cancellationToken))
        {
            spec,
        };
    }

    private static int Run(KilnConsole console, SdkGenerate generate, string spec, CancellationToken cancellationToken)
    {
        // All stages, not only the reading ones: a document that checks well must also build.
        var sdk = generate(SpecFile.Read(console, spec, cancellationToken), new SdkOptions(), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        foreach (var diagnostic in DiagnosticReport.InDocumentOrder(sdk.Diagnostics, spec))
            console.Out.WriteLine(DiagnosticReport.Line(diagnostic));

        console.Out.Flush();
        console.Error.WriteLine($"{spec}: {DiagnosticReport.Summary(sdk.Diagnostics)}.");
        return sdk.HasErrors ? ExitCodes.DocumentWrong : ExitCodes.Done;
    }
}
