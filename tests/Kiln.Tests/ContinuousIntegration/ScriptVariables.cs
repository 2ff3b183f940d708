using System.Text.RegularExpressions;

namespace Kiln.Tool.Tests.ContinuousIntegration;

/// <summary>The variables that <c>ci/check-drift.sh</c> reads.</summary>
internal static partial class ScriptVariables
{
    // What GitHub sets is not for people to set.
    private const string OfGitHub = "GITHUB_";

    public static IReadOnlyList<string> Read { get; } =
    [
        .. Variable().Matches(File.ReadAllText(Checkout.PathOf("ci", "check-drift.sh"))).Select(m => m.Groups[1].Value)
            .Where(n => !n.StartsWith(OfGitHub, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"\$\{?([A-Z][A-Z_]+)")]
    private static partial Regex Variable();
}
