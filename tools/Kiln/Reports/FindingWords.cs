using System.Globalization;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Reports;

/// <summary>The words that all forms have for the parts of a finding.</summary>
internal static class FindingWords
{
    /// <summary>The most severe first.</summary>
    public static IReadOnlyList<FindingSeverity> Severities { get; } = [FindingSeverity.Breaking, FindingSeverity.Warning, FindingSeverity.Info];

    /// <summary>Each effect alone, in the order in which they are listed.</summary>
    public static IReadOnlyList<CSharpEffects> Effects { get; } =
        [CSharpEffects.SourceBreaking, CSharpEffects.BinaryBreaking, CSharpEffects.SourceWarning, CSharpEffects.Behaviour];

    public static string Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Breaking => "breaking",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>The word for one direction; empty for none.</summary>
    public static string Of(Direction direction) => direction switch
    {
        Direction.Request => "request",
        Direction.Response => "response",
        _ => "",
    };

    public static string Of(CSharpEffects effect) => effect switch
    {
        CSharpEffects.SourceBreaking => "source-breaking",
        CSharpEffects.BinaryBreaking => "binary-breaking",
        CSharpEffects.SourceWarning => "source-warning",
        _ => "behaviour",
    };

    /// <summary>The words for all effects of a finding.</summary>
    public static IReadOnlyList<string> EffectsOf(Finding finding) => [.. Effects.Where(e => finding.CSharp.HasFlag(e)).Select(Of)];

    /// <summary>What it is about, where the message does not say it by itself; <see langword="null"/> otherwise.</summary>
    public static string? SubjectOf(Finding finding) =>
        finding.Subject.Length > 0 && !finding.Message.Contains(finding.Subject, StringComparison.Ordinal) ? finding.Subject : null;

    /// <summary>What changed, with what it is about.</summary>
    /// <example><c>Pet.status: The value 'sold' was removed</c></example>
    public static string Sentence(Finding finding) => SubjectOf(finding) is { } subject ? $"{subject}: {finding.Message}" : finding.Message;

    /// <example><c>spec/pets.yaml(12,7)</c></example>
    public static string Of(SourceLocation location) => string.Create(CultureInfo.InvariantCulture, $"{location.File}({location.Line},{location.Column})");

    /// <summary>How often it was seen; <see langword="null"/> for a finding that is not about traffic.</summary>
    /// <example><c>seen in 412 of 500 responses (82.4%) at $.data[*].siteId, for example null</c></example>
    public static string? Observed(Finding finding)
    {
        if (finding.Observation is not { } seen)
            return null;

        var noun = finding.Direction == Direction.Request ? "request" : "response";
        var share = seen.Total > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({100.0 * seen.Count / seen.Total:0.#}%)") : "";
        var place = seen.JsonPath is null ? "" : $" at {seen.JsonPath}";
        var example = seen.Example is null ? "" : $", for example {seen.Example}";
        return $"seen in {seen.Count} of {seen.Total} {noun}{(seen.Total == 1 ? "" : "s")}{share}{place}{example}";
    }

    /// <summary>The first operations, and how many others there are; <see langword="null"/> for none.</summary>
    /// <example><c>GET /pets, POST /pets and 3 more operations</c></example>
    public static string? Operations(Finding finding, int shown = 3)
    {
        var all = finding.Operations.Items;
        if (all.Length == 0)
            return null;

        // "1 more" takes as much room as its name.
        var first = all.Length <= shown + 1 ? all.Length : shown;
        var rest = all.Length - first;
        return string.Join(", ", all.Take(first)) + (rest > 0 ? $" and {rest} more operations" : "");
    }
}
