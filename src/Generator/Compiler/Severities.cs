using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Compiler;

/// <summary>The severities that a person chose in <c>.editorconfig</c>: <c>dotnet_diagnostic.KILN0031.severity = error</c>.</summary>
internal sealed class Severities
{
    private readonly AnalyzerConfigSet? configs;
    private readonly Dictionary<(string File, string Id), ReportDiagnostic> cache = [];

    public Severities(IReadOnlyCollection<ConfigFile> files) =>
        configs = files.Count == 0 ? null : AnalyzerConfigSet.Create(files.Select(f => AnalyzerConfig.Parse(f.Text, f.Path)).ToList());

    /// <summary>The full path of a file as diagnostics show it; the same, if not set.</summary>
    public Func<string, string> FullPath { get; init; } = path => path;

    /// <summary>What is to be told, each as severe as it was chosen to be; what was silenced is left out.</summary>
    public IEnumerable<DiagnosticInfo> Apply(IEnumerable<DiagnosticInfo> diagnostics) => configs is null ? diagnostics : diagnostics.Select(Adjust).OfType<DiagnosticInfo>();

    private DiagnosticInfo? Adjust(DiagnosticInfo diagnostic) => ConfiguredSeverity(diagnostic.Location.File, diagnostic.Rule.Id) switch
    {
        ReportDiagnostic.Error => diagnostic.WithSeverity(DiagnosticLevel.Error),
        ReportDiagnostic.Warn => diagnostic.WithSeverity(DiagnosticLevel.Warning),
        ReportDiagnostic.Info => diagnostic.WithSeverity(DiagnosticLevel.Info),
        ReportDiagnostic.Hidden or ReportDiagnostic.Suppress => null,
        _ => diagnostic,
    };

    private ReportDiagnostic ConfiguredSeverity(string file, string id)
    {
        if (cache.TryGetValue((file, id), out var severity))
            return severity;

        // Sections that match the document come first. Editors write what a person picks from their menus under [*.cs], so that counts for the
        // documents of the folder as well.
        var fullPath = FullPath(file);
        foreach (var path in new[] { fullPath, System.IO.Path.ChangeExtension(fullPath, ".cs") })
        {
            if (configs!.GetOptionsForSourcePath(path).TreeOptions.TryGetValue(id, out severity) && severity != ReportDiagnostic.Default)
                break;
        }
        return cache[(file, id)] = severity;
    }
}
