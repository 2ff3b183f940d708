using Kiln.Generator;
using Kiln.Generator.Collections;
using Kiln.Generator.Compiler;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Pipeline;
using Kiln.Tool.Files;

namespace Kiln.Tool.Documents;

/// <summary>Lets the <c>.editorconfig</c>s beside and above a document say how severe a diagnostic is, as they do in the compiler.</summary>
internal static class ChosenSeverities
{
    public static SdkGenerate In(KilnConsole console, SdkGenerate generate) =>
        (text, options, cancellationToken) => Apply(console, generate(text, options, cancellationToken));

    private static GeneratedSdk Apply(KilnConsole console, GeneratedSdk sdk)
    {
        var directories = sdk.Diagnostics.Items.Select(d => Path.GetDirectoryName(console.Resolve(d.Location.File))).Distinct().SelectMany(AndAbove).Distinct();
        var configs = directories.Select(directory => Path.Combine(directory, ConfigFile.Name)).Where(File.Exists).Select(Read).ToList();
        if (configs.Count == 0)
            return sdk;

        var severities = new Severities(configs) { FullPath = console.Resolve };
        // Without an SDK a run has failed, however little a person wants to hear of the reason.
        return sdk with
        {
            Diagnostics = sdk.Diagnostics.Items.SelectMany(d => d.Rule.Severity == DiagnosticLevel.Error ? [d] : severities.Apply([d])).ToEquatableArray(),
        };
    }

    private static IEnumerable<string> AndAbove(string? directory)
    {
        for (; directory is not null; directory = Path.GetDirectoryName(directory))
            yield return directory;
    }

    private static ConfigFile Read(string path) => new(path, Disk.Try($"cannot read {path}", () => File.ReadAllText(path)));
}
