namespace Kiln.Tool.Gates;

/// <summary>The rules of <c>kiln diff</c>.</summary>
internal static class KnownRules
{
    /// <summary>The ids and aliases of all.</summary>
    public static RuleNames Names { get; } = new([Baseline.ExpiredId, Baseline.UnusedId]);
}
