namespace Kiln.Tool.Reports;

/// <summary>What a report is about: one of the three comparisons that kiln makes.</summary>
/// <param name="Name">The name of the command.</param>
/// <param name="None">The sentence of a report without findings.</param>
internal sealed record ReportKind(string Name, string None)
{
    /// <summary>Pinned C# files, and what the document gives.</summary>
    public static ReportKind Drift { get; } = new("drift", "No drift.");

    /// <summary>Two documents.</summary>
    public static ReportKind Diff { get; } = new("diff", "No changes.");

    /// <summary>A document, and recorded traffic.</summary>
    public static ReportKind Observe { get; } = new("observe", "The traffic conforms to the document.");

    /// <example><c>kiln diff</c></example>
    public string Command => $"kiln {Name}";
}
