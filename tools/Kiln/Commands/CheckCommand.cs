using System.CommandLine;
using Kiln.Generator;
using Kiln.Generator.Shapes;
using Kiln.Tool.Documents;

namespace Kiln.Tool.Commands;

/// <summary><c>kiln check</c>: what the compiler would say about a document.</summary>
internal static class CheckCommand
{
    public static Command Create(KilnConsole console, SdkGenerate generate)
    {
        var spec = CommonInputs.Spec();
        var input = new InputOptions();
        var command = new Verb(
            "check",
            "Prints the diagnostics that the compiler would report for a document, one per line.",
            "kiln check openapi.yaml",
            (parsed, cancellationToken) => Run(console, generate, parsed.GetRequiredValue(spec), input.Read(parsed), cancellationToken))
        {
            spec,
        };
        input.AddTo(command);
        return command;
    }

    private static int Run(KilnConsole console, SdkGenerate generate, string spec, InputChoices input, CancellationToken cancellationToken)
    {
        // All stages, not only the reading ones: a document that checks well must also build.
        var sdk = generate(SpecFiles.Load(console, spec, input, cancellationToken), new SdkOptions(), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        foreach (var diagnostic in DiagnosticReport.InDocumentOrder(sdk.Diagnostics, spec))
            console.Out.WriteLine(DiagnosticReport.Line(diagnostic));

        console.Out.Flush();
        console.Error.WriteLine($"{spec}: {DiagnosticReport.Summary(sdk.Diagnostics)}.");
        return sdk.HasErrors ? ExitCodes.DocumentWrong : ExitCodes.Done;
    }
}
