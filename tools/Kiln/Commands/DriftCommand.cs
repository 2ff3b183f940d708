using System.CommandLine;
using Kiln.Generator.Emission;
using Kiln.Tool.Diff;
using Kiln.Tool.Documents;
using Kiln.Tool.Files;
using Kiln.Tool.Pinned;

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

        var command = new Verb(
            "drift",
            "Compares the C# files generated from a document with pinned files, and shows the members that changed and a unified diff.",
            """
            kiln drift openapi.yaml --pinned Generated
            kiln drift openapi.yaml --pinned Generated --accept
            kiln drift openapi.yaml --pinned tests/Snapshots --prefix SdkSnapshots.Sdk
            """,
            (parsed, cancellationToken) =>
            {
                var files = SdkBuild.Run(console, generate, parsed.GetRequiredValue(spec), sdk.Read(parsed), cancellationToken);
                var directory = parsed.GetRequiredValue(pinned);
                return parsed.GetValue(accept)
                    ? Accept(console, directory, parsed.GetValue(prefix), files, cancellationToken)
                    : Show(console, directory, parsed.GetValue(prefix), files, cancellationToken);
            })
        {
            spec,
            pinned,
            accept,
            prefix,
        };
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

    private static int Show(KilnConsole console, string directory, string? prefix, IReadOnlyList<SourceFile> files, CancellationToken cancellationToken)
    {
        // Mostly a mistyped path: to call every file new would send a person to look at the document.
        if (!Directory.Exists(console.Resolve(directory)))
            throw new KilnFailure(ExitCodes.Usage, $"{directory} is not a directory with pinned files; create it with --accept.");

        var folder = Disk.Try($"cannot read {directory}", () => PinnedFolder.Read(console, directory, prefix, files));
        var changes = folder.CompareWith(files);
        if (changes.Count > 0)
            MemberPainter.Print(console, PinnedMembers.Compare(folder, directory, files));
        foreach (var change in changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DiffPainter.Print(console, change.Diff());
        }
        console.Out.Flush();
        if (changes.Count == 0)
        {
            console.Error.WriteLine($"{DiagnosticReport.Count(files.Count, "file")}, no drift.");
            return ExitCodes.Done;
        }
        console.Error.WriteLine($"drift in {DiagnosticReport.Count(changes.Count, "file")}: {Counts(changes)}. To accept the generated files, add --accept.");
        return ExitCodes.Drift;
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
                : $"pinned {DiagnosticReport.Count(files.Count, "file")}: {Counts(changes)}.");
        });
        return ExitCodes.Done;
    }

    /// <example><c>2 changed, 1 added</c></example>
    private static string Counts(IEnumerable<PinnedChange> changes) =>
        string.Join(", ", changes.GroupBy(change => change.What).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"));
}
