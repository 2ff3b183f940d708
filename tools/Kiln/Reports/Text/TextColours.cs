using Kiln.Generator.Changes.Findings;

namespace Kiln.Tool.Reports.Text;

/// <summary>The colours of a report on a terminal, or none.</summary>
internal sealed record TextColours(bool IsColoured)
{
    private const string Reset = "\u001b[m";

    public string Bold(string text) => Paint("\u001b[1m", text);

    /// <summary>Of what is read last: places, operations.</summary>
    public string Faint(string text) => Paint("\u001b[2m", text);

    public string Removed(string text) => Paint("\u001b[31m", text);

    public string Added(string text) => Paint("\u001b[32m", text);

    public string Of(FindingSeverity severity, string text) => Paint(severity switch
    {
        FindingSeverity.Breaking => "\u001b[1;31m",
        FindingSeverity.Warning => "\u001b[1;33m",
        _ => "\u001b[1;36m",
    }, text);

    private string Paint(string colour, string text) => IsColoured && text.Length > 0 ? $"{colour}{text}{Reset}" : text;
}
