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

    /// <summary>
    /// The lines about a document. An info or a warning that is repeated with the same message is one line, at its first location and with the number of the
    /// others: where it is elsewhere matters less than what else there is. Each error is a line, since each has to be corrected.
    /// </summary>
    public static IEnumerable<string> Lines(IEnumerable<DiagnosticInfo> diagnostics, string hint) =>
        from d in diagnostics
        group d by d.Rule.Severity == DiagnosticLevel.Error ? (object)d : (d.Rule.Id, d.Message) into same
        select Line(same.First()) + (same.Skip(1).Any() ? $" (and {Count(same.Count() - 1, "more location")}; {hint})" : "");

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
    /// <param name="count">The number.</param>
    /// <param name="noun">What is counted, in the singular.</param>
    /// <param name="plural">The plural, if it does not end in a mere <c>s</c>.</param>
    public static string Count(long count, string noun, string? plural = null) => count == 1 ? $"1 {noun}" : $"{count} {plural ?? noun + "s"}";
}
