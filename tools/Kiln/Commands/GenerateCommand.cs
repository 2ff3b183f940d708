using System.CommandLine;
using Kiln.Generator.Emission;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;

namespace Kiln.Tool.Commands;

/// <summary><c>kiln generate</c>: the compiler's input as files.</summary>
internal static class GenerateCommand
{
    public static Command Create(KilnConsole console, SdkGenerate generate)
    {
        var spec = CommonInputs.Spec();
        var output = CommonInputs.Directory("--output", "The output directory; created if missing. Files of an earlier run that are no longer generated are removed.");
        var sdk = new SdkInputs(hasDependencyInjection: true);

        var command = new Verb(
            "generate",
            "Writes the C# files that the compiler would get for a document.",
            """
            kiln generate openapi.yaml --output Generated
            kiln generate openapi.yaml --output Generated --namespace Contoso.Pets --client PetsClient
            kiln generate spec/openapi.yaml --output Generated --file "../common/*.yaml" --overlay names.overlay.yaml --include-tag Pets
            """,
            (parsed, cancellationToken) =>
            {
                var files = SdkBuild.Run(console, generate, parsed.GetRequiredValue(spec), sdk.Read(parsed), cancellationToken);
                return Write(console, parsed.GetRequiredValue(output), files, cancellationToken);
            })
        {
            spec,
            output,
        };
        sdk.AddTo(command);
        return command;
    }

    private static int Write(KilnConsole console, string output, IReadOnlyList<SourceFile> files, CancellationToken cancellationToken)
    {
        var written = 0;
        long bytes = 0;
        Disk.Try($"cannot write to {output}", () =>
        {
            var directory = Directory.CreateDirectory(console.Resolve(output)).FullName;
            // Removed first: where case does not count, an old name may be a new one's file.
            foreach (var stale in GeneratedFolder.FindStale(directory, files))
            {
                cancellationToken.ThrowIfCancellationRequested();
                File.Delete(Path.Combine(directory, stale));
                console.Error.WriteLine($"removed {Path.Combine(output, stale)}: it is no longer generated.");
            }
            (written, bytes) = GeneratedFolder.WriteAll(directory, files, cancellationToken);
        });
        console.Error.WriteLine($"{DiagnosticReport.Count(files.Count, "file")}, {DiagnosticReport.Count(bytes, "byte")} in {output} ({files.Count - written} unchanged).");
        return ExitCodes.Done;
    }
}
