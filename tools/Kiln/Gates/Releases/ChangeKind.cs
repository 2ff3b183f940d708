using Kiln.Generator.Changes.Findings;

namespace Kiln.Tool.Gates.Releases;

/// <summary>What a finding is to those who use the SDK: the sections of a changelog, in their order.</summary>
internal enum ChangeKind
{
    Breaking,
    Added,
    Changed,
    Deprecated,
    Removed,
}

/// <summary>Sorts findings by what they are to users.</summary>
internal static class ChangeKinds
{
    private const string Deprecation = "deprecated";

    /// <summary>What an API has parts of, in the words of the ids. A limit or another keyword that is added only says something else of a part that there was before.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    [
        "operation", "webhook", "callback", "link", "parameter", "property", "request-body", "response", "response-header", "media-type", "enum-value", "schema",
        "server", "security-scheme", "oauth-flow", "oauth-scope", "paging", "streaming", "idempotency-header", "rate-limit",
    ];

    public static ChangeKind Of(Finding finding) => finding switch
    {
        _ when IsBreaking(finding) => ChangeKind.Breaking,
        { Id: Deprecation } => ChangeKind.Deprecated,
        { OldCode: null, NewCode: not null } => ChangeKind.Added,
        { OldCode: not null, NewCode: null } => ChangeKind.Removed,
        { OldCode: not null } => ChangeKind.Changed,
        _ when Parts.Any(part => finding.Id == $"{part}-added") => ChangeKind.Added,
        _ when Parts.Any(part => finding.Id.EndsWith($"{part}-removed", StringComparison.Ordinal)) => ChangeKind.Removed,
        _ => ChangeKind.Changed,
    };

    /// <summary>Whether clients of the API, or code that uses the SDK, stop working.</summary>
    public static bool IsBreaking(Finding finding) => finding.Severity == FindingSeverity.Breaking || (finding.CSharp & CSharpEffectSets.Breaking) != 0;

    /// <summary>The step of the version that all findings together ask for.</summary>
    public static VersionStep StepOf(IEnumerable<Finding> findings) =>
        findings.Select(StepOf).DefaultIfEmpty(VersionStep.Patch).Max();

    // A deprecation is a minor step by the definition of Semantic Versioning; so is all that a person may notice, as a warning of the compiler or another value.
    private static VersionStep StepOf(Finding finding) => Of(finding) switch
    {
        ChangeKind.Breaking => VersionStep.Major,
        ChangeKind.Added or ChangeKind.Deprecated => VersionStep.Minor,
        _ => finding.Severity == FindingSeverity.Warning || finding.CSharp != CSharpEffects.None ? VersionStep.Minor : VersionStep.Patch,
    };
}
