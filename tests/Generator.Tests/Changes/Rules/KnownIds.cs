using Kiln.Generator.Changes.Findings;
using Kiln.Tests.Forms;

namespace Kiln.Generator.Tests.Changes.Rules;

/// <summary>The ids of changes that oasdiff reports, with the levels that it gives them.</summary>
internal static class KnownIds
{
    public static IReadOnlyDictionary<string, FindingSeverity> Levels { get; } =
        File.ReadAllLines(Checkout.PathOf("tests", "Generator.Tests", "Changes", "Rules", "Known", "ids.tsv"))
            .Skip(1)
            .Select(l => l.Split('\t'))
            .ToDictionary(f => f[0], f => SeverityOf(f[1]), StringComparer.Ordinal);

    private static FindingSeverity SeverityOf(string level) =>
        level switch
        {
            "ERR" => FindingSeverity.Breaking,
            "WARN" => FindingSeverity.Warning,
            _ => FindingSeverity.Info,
        };
}
