using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Generator.Diagnostics;

/// <summary>Diagnostics in the compiler's own types, which exist only while they are reported.</summary>
internal static class CompilerDiagnostics
{
    private static readonly ConcurrentDictionary<DiagnosticRule, DiagnosticDescriptor> Descriptors = new();

    public static Diagnostic ToDiagnostic(this DiagnosticInfo info) =>
        Diagnostic.Create(info.Rule.ToDescriptor(), info.Place.ToLocation(), [.. info.Arguments]);

    public static DiagnosticDescriptor ToDescriptor(this DiagnosticRule rule) => Descriptors.GetOrAdd(rule, r => new DiagnosticDescriptor(
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
        description: $"See docs/diagnostics/{r.Id}.md."));

    // The compiler's lines and columns count from 0. The span counts characters, which a line and column do not tell, and
    // nothing shows it for a file that is not C#.
    private static Location ToLocation(this SourcePlace place) => Location.Create(
        place.File,
        new TextSpan(0, 0),
        new LinePositionSpan(new LinePosition(place.Line - 1, place.Column - 1), new LinePosition(place.EndLine - 1, place.EndColumn - 1)));
}
