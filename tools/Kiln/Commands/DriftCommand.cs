using System.CommandLine;
using Kiln.Generator.Emission;
using Kiln.Tool.Comparing;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;
using Kiln.Tool.Gates;
using Kiln.Tool.Pinned;
using Kiln.Tool.Reports.Output;

namespace Kiln.Tool.Commands;

/// <summary><c>kiln drift</c>: whether the pinned files are still what the document gives.</summary>
internal static class DriftCommand
{
    public static Command Create(KilnConsole console, SdkGenerate generate)
    {
        var spec = CommonInputs.Spec();
        var pinned = CommonInputs.Directory("--pinned", "The directory with the files that were accepted last.");
        var accept = new Option<bool>("--accept") { Description = "Replace the pinned files with those generated now, and list the changes. Creates DIR if missing." };
        var prefix = Prefix();
        var sdk = new SdkInputs();
        // A pinned file that is out of date is wrong, whatever it does to code: the user wants it replaced.
        var gates = new GateOptions(FailOn.Info);
        var reports = new ReportOptions();

        var command = new Verb(
            "drift",
            "Compares the C# files generated from a document with pinned files, and shows the members that changed and a unified diff.",
            """
            kiln drift openapi.yaml --pinned Generated
            kiln drift openapi.yaml --pinned Generated --accept
            kiln drift openapi.yaml --pinned Generated --fail-on source-breaking --format text --format sarif=drift.sarif
            kiln drift openapi.yaml --pinned tests/Snapshots --prefix SdkSnapshots.Sdk
            """,
            (parsed, cancellationToken) =>
            {
                var (document, directory) = (parsed.GetRequiredValue(spec), parsed.GetRequiredValue(pinned));
                var gate = gates.Read(parsed, console, new DocumentFile(console, document, document), KnownRules.Names, cancellationToken);
                var (choices, order, outputs) = (sdk.Read(parsed), gates.Order(parsed), reports.Read(parsed));
                (string, string)[] read = [("document", document), .. choices.Input.Overlays.Select(o => ("overlay", o)), .. gates.Inputs(parsed)];
                OutputPaths.Check(console, read, [.. new[] { order?.Path }.OfType<string>(), .. ReportOutput.FilesOf(outputs)]);
                var files = SdkBuild.Run(console, generate, document, choices, cancellationToken);
                if (parsed.GetValue(accept))
                    return Accept(console, directory, parsed.GetValue(prefix), files, cancellationToken);

                var drift = PinnedDrift.Find(console, directory, parsed.GetValue(prefix), files, gate, Gate.Today());
                if (order is not null)
                    return order.Write(console, gate, drift.Result, Gate.Today(), cancellationToken);
                DriftReport.Write(console, document, drift, gate, outputs, cancellationToken);
                return drift.Result.IsFailed ? ExitCodes.Drift : ExitCodes.Done;
            })
        {
            spec,
            pinned,
            accept,
            prefix,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(accept) is null)
                return;
            foreach (var option in gates.All.Append(reports.Format).Where(o => result.GetResult(o) is { Implicit: false }))
                result.AddError($"{option.Name} cannot be combined with --accept, after which there is no drift.");
        });
        reports.AddTo(command);
        gates.AddTo(command);
        sdk.AddTo(command);
        return command;
    }

    private static Option<string> Prefix()
    {
        var option = new Option<string>("--prefix")
        {
            Description = "The test whose snapshots are pinned, in Verify's naming: TEST#Name.g.verified.cs; \"\" for plain names, Name.g.cs. "
                + "Default: the naming of the files in DIR; plain names if there are none.",
            HelpName = "TEST",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => !HintNames.IsPlain(token.Value)))
                result.AddError("--prefix must be the start of a file name, not a path.");
        });
        return option;
    }

    private static int Accept(KilnConsole console, string directory, string? prefix, IReadOnlyList<SourceFile> files, CancellationToken cancellationToken)
    {
        Disk.Try($"cannot write to {directory}", () =>
        {
            Directory.CreateDirectory(console.Resolve(directory));
            var folder = PinnedFolder.Read(console, directory, prefix, files);
            var changes = folder.CompareWith(files);

            // Removed first: where case does not count, an old name may be a new one's file.
            foreach (var change in changes.OrderBy(change => change.Current is not null))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var path = Path.Combine(folder.FullPath, change.FileName);
                if (change.Current is null)
                    File.Delete(path);
                else
                    GeneratedFolder.Write(path, GeneratedFolder.BytesOf(change.Current));
                console.Out.WriteLine($"{change.What} {change.FileName}");
            }
            console.Out.Flush();
            console.Error.WriteLine(changes.Count == 0
                ? $"{DiagnosticReport.Count(files.Count, "file")}, no drift."
                : $"pinned {DiagnosticReport.Count(files.Count, "file")}: {PinnedChange.Counts(changes)}.");
        });
        return ExitCodes.Done;
    }
}
