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
        var all = new Option<bool>("--all") { Description = "Print a line for each location of a diagnostic, even if its message is the same." };
        var input = new InputOptions();
        var command = new Verb(
            "check",
            "Prints the diagnostics that the compiler would report for a document, those with the same message on one line.",
            """
            kiln check openapi.yaml
            kiln check openapi.yaml --all
            """,
            (parsed, cancellationToken) => Run(console, generate, parsed.GetRequiredValue(spec), input.Read(parsed), parsed.GetValue(all), cancellationToken))
        {
            spec,
            all,
        };
        input.AddTo(command);
        return command;
    }

    private static int Run(KilnConsole console, SdkGenerate generate, string spec, InputChoices input, bool all, CancellationToken cancellationToken)
    {
        // All stages, not only the reading ones: a document that checks well must also build.
        var sdk = generate(SpecFiles.Load(console, spec, input, cancellationToken), new SdkOptions(), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        var diagnostics = DiagnosticReport.InDocumentOrder(sdk.Diagnostics, spec);
        foreach (var line in all ? diagnostics.Select(DiagnosticReport.Line) : DiagnosticReport.Lines(diagnostics, "--all prints them"))
            console.Out.WriteLine(line);

        console.Out.Flush();
        console.Error.WriteLine($"{spec}: {DiagnosticReport.Summary(sdk.Diagnostics)}.");
        return sdk.HasErrors ? ExitCodes.DocumentWrong : ExitCodes.Done;
    }
}
