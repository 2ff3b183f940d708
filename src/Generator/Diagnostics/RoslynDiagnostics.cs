using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Generator.Diagnostics;

/// <summary>Turns diagnostics into the compiler's own, at the last moment: those hold what would break caching.</summary>
internal static class RoslynDiagnostics
{
    public static Diagnostic ToDiagnostic(DiagnosticInfo info)
    {
        var place = info.Place;
        var lines = new LinePositionSpan(
            new(Math.Max(0, place.Line - 1), Math.Max(0, place.Column - 1)),
            new(Math.Max(0, place.EndLine - 1), Math.Max(0, place.EndColumn - 1)));
        return Diagnostic.Create(Descriptor(info.Rule), Location.Create(place.File, default, lines), [.. info.Arguments]);
    }

    private static DiagnosticDescriptor Descriptor(DiagnosticRule rule) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat,
        "Kiln",
        rule.Severity switch
        {
            DiagnosticLevel.Error => DiagnosticSeverity.Error,
            DiagnosticLevel.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true);
}
