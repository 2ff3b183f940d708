using System.Globalization;
using System.Text;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Tool.Reports.Html;

/// <summary>What a person chooses findings with. The script shows it, since without one it would do nothing.</summary>
internal static class HtmlFilterBar
{
    public static string Write(FindingReport report)
    {
        var findings = report.Findings.Items;
        return $"""
            <div class="bar" role="search" id="bar" hidden>
            <input type="search" id="query" placeholder="Filter by text" aria-label="Filter by text" aria-keyshortcuts="/" autocomplete="off" spellcheck="false">
            {Group("Severity", "severity", FindingWords.Severities.Select(s => (FindingWords.Of(s), findings.Count(f => f.Severity == s))))}
            {Group("Direction", "direction", new[] { Direction.Request, Direction.Response }.Select(d => (FindingWords.Of(d), findings.Count(f => f.Direction == d))))}
            {Group("C#", "effects", FindingWords.Effects.Select(e => (FindingWords.Of(e), findings.Count(f => f.CSharp.HasFlag(e)))))}
            <p class="actions"><output id="shown" aria-live="polite"></output> <button type="button" id="toggle">Open all</button></p>
            </div>
            """;
    }

    private static string Group(string heading, string name, IEnumerable<(string Value, int Count)> choices)
    {
        var group = new StringBuilder();
        foreach (var (value, count) in choices.Where(c => c.Count > 0))
            group.Append(CultureInfo.InvariantCulture, $"<label class=\"choice {value}\"><input type=\"checkbox\" name=\"{name}\" value=\"{value}\"><span>{value} <b>{count}</b></span></label>");
        return group.Length == 0 ? "" : $"<fieldset><legend>{heading}</legend>{group}</fieldset>";
    }
}
