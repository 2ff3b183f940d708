namespace Kiln.Generator.Diagnostics;

/// <summary>
/// All diagnostics of Kiln. Each stage has a class of its own beside this one, whose name ends in <c>Rules</c>. A title says
/// what is wrong; a message names the thing, says what Kiln did, and what to do. Each rule has a page under
/// <c>docs/diagnostics</c> and a row in <c>AnalyzerReleases.*.md</c>. Ids are never reused.
/// </summary>
internal static class Rules
{
    public static readonly DiagnosticRule InternalFailure = new(
        "KILN0999", DiagnosticLevel.Error, "Internal error",
        "Kiln failed with an internal error, which is not caused by a mistake in the document; please report it together with the document: {0}");

    /// <summary>The rules of all stages in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } =
    [
        .. typeof(Rules).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(Rules).Namespace && t.Name.EndsWith("Rules", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields())
            .Where(f => f.IsStatic && f.FieldType == typeof(DiagnosticRule))
            .Select(f => (DiagnosticRule)f.GetValue(null)!)
            .OrderBy(r => r.Id, StringComparer.Ordinal),
    ];
}
