using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Documents;

/// <summary>Diagnostics as lines of text.</summary>
internal static class DiagnosticReport
{
    /// <summary>From the top of the document to its end; files that it refers to come after it, by name.</summary>
    public static IEnumerable<DiagnosticInfo> InDocumentOrder(EquatableArray<DiagnosticInfo> diagnostics, string spec) =>
        diagnostics.Items
            .OrderBy(d => d.Location.File != spec)
            .ThenBy(d => d.Location.File, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Line)
            .ThenBy(d => d.Location.Column)
            .ThenBy(d => d.Rule.Id, StringComparer.Ordinal);

    /// <summary>A diagnostic in one line, whatever text of the document it quotes: a line break would hide its end from build logs, an escape would speak to the terminal.</summary>
    public static string Line(DiagnosticInfo diagnostic) => OneLine.Of(diagnostic.ToString());

    /// <example><c>2 errors, 1 warning</c>, <c>no errors</c></example>
    public static string Summary(EquatableArray<DiagnosticInfo> diagnostics)
    {
        var counts =
            from d in diagnostics.Items
            group d by d.Rule.Severity into level
            orderby level.Key descending
            select Count(level.Count(), level.Key.ToString().ToLowerInvariant());
        return string.Join(", ", diagnostics.Items.Any(d => d.Rule.Severity == DiagnosticLevel.Error) ? counts : counts.Prepend("no errors"));
    }

    /// <example><c>1 file</c>, <c>2 files</c></example>
    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
