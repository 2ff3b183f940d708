using System.Globalization;

namespace Kiln.Tool.Reports.GitHub;

/// <summary>A line that the runner of a GitHub workflow takes as a command.</summary>
/// <example><c>::error file=spec/pets.yaml,line=12,col=7,title=type-changed::The type of Pet.id changed.</c></example>
internal static class WorkflowCommand
{
    public static string Of(string name, IEnumerable<(string Name, string Value)> properties, string message) =>
        $"::{name} {string.Join(',', properties.Select(p => $"{p.Name}={EscapeProperty(p.Value)}"))}::{Escape(message)}";

    public static (string Name, string Value) Property(string name, int value) => (name, value.ToString(CultureInfo.InvariantCulture));

    // The runner undoes exactly these.
    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => Escape(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
