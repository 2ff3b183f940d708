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
    private const CSharpEffects Breaks = CSharpEffects.SourceBreaking | CSharpEffects.BinaryBreaking;

    public static ChangeKind Of(Finding finding) => finding switch
    {
        _ when IsBreaking(finding) => ChangeKind.Breaking,
        _ when finding.Id.EndsWith("deprecated", StringComparison.Ordinal) => ChangeKind.Deprecated,
        { OldCode: null, NewCode: not null } => ChangeKind.Added,
        { OldCode: not null, NewCode: null } => ChangeKind.Removed,
        { OldCode: not null } => ChangeKind.Changed,
        _ when finding.Id.EndsWith("-added", StringComparison.Ordinal) => ChangeKind.Added,
        _ when finding.Id.EndsWith("-removed", StringComparison.Ordinal) => ChangeKind.Removed,
        _ => ChangeKind.Changed,
    };

    /// <summary>Whether clients of the API, or code that uses the SDK, stop working.</summary>
    public static bool IsBreaking(Finding finding) => finding.Severity == FindingSeverity.Breaking || (finding.CSharp & Breaks) != 0;

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
