namespace Kiln.Generator.Diagnostics;

/// <summary>
/// All that Kiln can tell about a document. Each stage has a class of its own beside this one, whose name ends in
/// <c>Rules</c>. A message tells what is wrong and what to do; each rule has a page under <c>docs/diagnostics</c> and a row
/// in <c>AnalyzerReleases.*.md</c>. Ids are never reused.
/// </summary>
internal static class Rules
{
    public static readonly DiagnosticRule InternalFailure = new(
        "KILN0999", DiagnosticLevel.Error, "Kiln failed", "Kiln failed, which is a defect of Kiln and not of the document; please report it with the document: {0}");

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
