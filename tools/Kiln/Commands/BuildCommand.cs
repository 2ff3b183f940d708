using System.Diagnostics;
using Kiln.Generator.Specs.Files;
using Kiln.Tool.Compilation;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;
using Kiln.Tool.Packages;

namespace Kiln.Tool.Commands;

/// <summary><c>kiln build</c>: a document to an assembly or a package, without a project.</summary>
internal static class BuildCommand
{
    public static Verb Create(KilnConsole console, SdkGenerate generate)
    {
        var spec = CommonInputs.Spec();
        var output = new BuildOutput();
        var sdk = new SdkInputs(hasDependencyInjection: true);

        var command = new Verb(
            "build",
            "Builds an assembly or a NuGet package from a document; needs no project and no .NET SDK.",
            """
            kiln build openapi.yaml -o lib/Contoso.Pets.dll --with-dependencies
            kiln build openapi.yaml -o Contoso.Pets.1.2.0.nupkg --authors Contoso
            kiln build openapi.yaml -o Contoso.Pets.dll --namespace Contoso.Pets --client PetsClient --framework net10.0
            """,
            (parsed, cancellationToken) =>
            {
                var clock = Stopwatch.StartNew();
                var document = parsed.GetRequiredValue(spec);
                var target = output.Read(parsed, console, sdk.HasDependencyInjection(parsed));
                RefuseToReplace(console, document, target);

                SpecSource? source = null;
                var made = SdkBuild.Make(
                    console,
                    (read, options, token) =>
                    {
                        source = read;
                        return Progress.Show(console, $"Reading {document}", () => generate(read, options, token));
                    },
                    document, sdk.Read(parsed), cancellationToken);
                var assembly = target.Assembly(made.Title);
                var compiled = Progress.Show(
                    console, $"Compiling {DiagnosticReport.Count(made.Files.Count, "file")}",
                    () => SdkCompiler.Compile([.. made.Files], assembly, cancellationToken));

                Tell(console, target, compiled);
                var bytes = Progress.Show(console, $"Writing {target.Path}", () => Write(target, made.Title, assembly, compiled, source!, cancellationToken));
                console.Error.WriteLine(FormattableString.Invariant(
                    $"{target.Path}: {DiagnosticReport.Count(made.Files.Count, "file")}, {DiagnosticReport.Count(compiled.Types.Count, "type")}, {DiagnosticReport.Count(bytes, "byte")} in {clock.Elapsed.TotalSeconds:0.0} s."));
                if (!target.IsPackage && target.Libraries.Count == 0)
                    console.Error.WriteLine($"Programs that use it also need the package {target.RequiredPackage} {KilnVersion.Text}, or the assemblies that --with-dependencies copies beside it.");
                if (target.IsPackage && !Path.GetFileName(target.Path).Equals(target.PackageName, StringComparison.OrdinalIgnoreCase))
                    console.Error.WriteLine($"To restore it from a folder, rename it to {target.PackageName}.");
                return ExitCodes.Done;
            })
        {
            spec,
        };
        output.AddTo(command);
        sdk.AddTo(command);
        return command;
    }

    // A document may be called anything, so a slip of the hand could write over it.
    private static void RefuseToReplace(KilnConsole console, string document, BuildTarget target)
    {
        var path = Disk.Try($"cannot read {document}", () => console.Resolve(document));
        if (target.Files.Contains(path, StringComparer.OrdinalIgnoreCase))
            throw new KilnFailure(ExitCodes.Usage, $"{target.Path} would overwrite the document {document}.");
        if (target.Files.FirstOrDefault(Directory.Exists) is { } directory)
            throw new KilnFailure(ExitCodes.Usage, $"cannot write to {target.Path}: {directory} is a directory.");
    }

    private static void Tell(KilnConsole console, BuildTarget target, CompiledSdk compiled)
    {
        foreach (var line in compiled.Diagnostics)
            console.Error.WriteLine(line);
        if (!compiled.IsWhole)
            throw new KilnFailure(ExitCodes.Fault, $"{target.Path} was not written: the C# generated from the document does not compile. This is a bug in kiln, not in your document.");
    }

    private static long Write(BuildTarget target, string title, SdkAssembly assembly, CompiledSdk compiled, SpecSource source, CancellationToken cancellationToken)
    {
        // The assembly comes last: who waits for it finds beside it what belongs to it.
        OutputFile[] files = target.IsPackage
            ? [new(target.FullPath, target.Package(title).Pack(assembly, compiled, target.HasDocument ? JoinedDocument.Of(source, cancellationToken) : null))]
            :
            [
                .. target.Libraries.Select(l => new OutputFile(target.Beside(l), File.ReadAllBytes(l))),
                new(target.DocumentationPath, compiled.Documentation),
                new(target.FullPath, compiled.Assembly),
            ];
        Disk.Try($"cannot write to {target.Path}", () => OutputFiles.Write(files, cancellationToken));
        return files.Sum(file => file.Bytes.LongLength);
    }
}
