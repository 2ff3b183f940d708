using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kiln.Generator.Compiler;

/// <summary>The severities that are configured in <c>.editorconfig</c>: <c>dotnet_diagnostic.KILN0031.severity = error</c>.</summary>
internal sealed class Severities
{
    private readonly AnalyzerConfigSet? configs;
    private readonly Dictionary<(string File, string Id), ReportDiagnostic> cache = [];

    public Severities(IReadOnlyCollection<ConfigFile> files) =>
        configs = files.Count == 0 ? null : AnalyzerConfigSet.Create(files.Select(f => AnalyzerConfig.Parse(f.Text, f.Path)).ToList());

    /// <summary>Returns the full path for the path of a file in diagnostics; by default the same path.</summary>
    public Func<string, string> FullPath { get; init; } = path => path;

    /// <summary>The diagnostics with their configured severities, without those that are suppressed.</summary>
    public IEnumerable<DiagnosticInfo> Apply(IEnumerable<DiagnosticInfo> diagnostics) => configs is null ? diagnostics : diagnostics.Select(Adjust).OfType<DiagnosticInfo>();

    /// <summary>The diagnostic with its configured severity; <see langword="null"/> if it is suppressed.</summary>
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

        // Sections that match the document come first. Editors write a severity that is set in their menus under [*.cs], so that applies to the
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
