using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Tests.Changes.Rules;

/// <summary>The ids to which Kiln gives another severity than oasdiff; <c>docs/changes.md</c> has the reasons.</summary>
internal static class Deviations
{
    public static IReadOnlyDictionary<string, FindingSeverity> All { get; } = new Dictionary<string, FindingSeverity>(StringComparer.Ordinal)
    {
        ["api-deprecated-sunset-missing"] = FindingSeverity.Warning,
        ["request-parameter-deprecated-sunset-missing"] = FindingSeverity.Warning,
        ["request-property-deprecated-sunset-missing"] = FindingSeverity.Warning,
        ["response-property-deprecated-sunset-missing"] = FindingSeverity.Warning,
        ["api-global-security-added"] = FindingSeverity.Breaking,
        ["api-security-added"] = FindingSeverity.Breaking,
    };

    public static FindingSeverity SeverityOf(string id) => All.TryGetValue(id, out var severity) ? severity : KnownIds.Levels.GetValueOrDefault(id);
}
