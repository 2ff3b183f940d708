using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Generator.Diagnostics;

/// <summary>Converts diagnostics to the compiler's types, when they are reported.</summary>
internal static class CompilerDiagnostics
{
    private static readonly ConcurrentDictionary<(DiagnosticRule, bool), DiagnosticDescriptor> Descriptors = new();

    /// <param name="info">The diagnostic.</param>
    /// <param name="endsCompilation">
    /// Whether the compiler stops after it. It does so for an error that cannot be configured, and then reports no errors in method bodies, which would all be about
    /// what is missing.
    /// </param>
    public static Diagnostic ToDiagnostic(this DiagnosticInfo info, bool endsCompilation = false) =>
        Diagnostic.Create(info.Rule.ToDescriptor(endsCompilation), info.Location.ToLocation(), [.. info.Arguments]);

    public static DiagnosticDescriptor ToDescriptor(this DiagnosticRule rule, bool endsCompilation = false) =>
        Descriptors.GetOrAdd((rule, endsCompilation), static key => Create(key.Item1, key.Item2));

    private static DiagnosticDescriptor Create(DiagnosticRule r, bool endsCompilation) => new(
        r.Id,
        r.Title,
        r.MessageFormat,
        category: "Kiln",
        r.Severity switch
        {
            DiagnosticLevel.Error => DiagnosticSeverity.Error,
            DiagnosticLevel.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        description: $"See docs/diagnostics/{r.Id}.md.",
        customTags: endsCompilation ? [WellKnownDiagnosticTags.NotConfigurable] : []);

    // The compiler's lines and columns start at 0. The span is an offset, which is not known here, and which nothing shows for a file that is not C#.
    private static Location ToLocation(this SourceLocation location) => Location.Create(
        location.File,
        new TextSpan(0, 0),
        new LinePositionSpan(new LinePosition(location.Line - 1, location.Column - 1), new LinePosition(location.EndLine - 1, location.EndColumn - 1)));
}
