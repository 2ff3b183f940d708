using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Gates;
using Kiln.Tool.Gates.Releases;
using NuGet.Versioning;

namespace Kiln.Tool.Tests.Gates;

public sealed class VersionRulesTests
{
    [Theory]
    [InlineData("1.4.2", "2.0.0", "1.5.0", "1.4.3")]
    [InlineData("1.0.0", "2.0.0", "1.1.0", "1.0.1")]
    [InlineData("0.4.2", "0.5.0", "0.4.3", "0.4.3")]
    [InlineData("0.0.0", "0.1.0", "0.0.1", "0.0.1")]
    [InlineData("1.4.2+build.7", "2.0.0", "1.5.0", "1.4.3")]
    [InlineData("2.0.0-beta.3", "2.0.0-beta.4", "2.0.0-beta.4", "2.0.0-beta.4")]
    [InlineData("2.0.0-beta", "2.0.0-beta.1", "2.0.0-beta.1", "2.0.0-beta.1")]
    [InlineData("2.0.0-beta.9.x", "2.0.0-beta.10.x", "2.0.0-beta.10.x", "2.0.0-beta.10.x")]
    [InlineData("1.5.0-rc.2", "2.0.0-rc.1", "1.5.0-rc.3", "1.5.0-rc.3")]
    [InlineData("1.4.3-alpha", "2.0.0-alpha.1", "1.5.0-alpha.1", "1.4.3-alpha.1")]
    [InlineData("0.5.0-rc.1", "0.5.0-rc.2", "0.5.0-rc.2", "0.5.0-rc.2")]
    [InlineData("0.4.1-rc.1", "0.5.0-rc.1", "0.4.1-rc.2", "0.4.1-rc.2")]
    public void The_next_version_says_what_changed(string version, string major, string minor, string patch) => Assert.Equal(
        [major, minor, patch],
        new[] { VersionStep.Major, VersionStep.Minor, VersionStep.Patch }.Select(step => VersionRules.Next(SemanticVersion.Parse(version), step).ToNormalizedString()));

    [Theory]
    [InlineData("1.4")]
    [InlineData("v1.4.2")]
    [InlineData("1.4.2.1")]
    [InlineData("")]
    public void What_is_no_semantic_version_is_refused(string text) => Assert.False(VersionRules.TryParse(text, out _));

    public static TheoryData<string> Findings => [.. Steps.Keys];

    private static readonly Dictionary<string, (Finding Finding, ChangeKind Kind, int Step)> Steps = new()
    {
        ["an API break"] = (new("enum-value-removed", FindingSeverity.Breaking, ""), ChangeKind.Breaking, (int)VersionStep.Major),
        ["a break of source alone"] = (new("schema-renamed", FindingSeverity.Info, "") { CSharp = CSharpEffects.SourceBreaking }, ChangeKind.Breaking, (int)VersionStep.Major),
        ["a break of binaries alone"] = (new("parameter-added", FindingSeverity.Info, "") { CSharp = CSharpEffects.BinaryBreaking }, ChangeKind.Breaking, (int)VersionStep.Major),
        ["a new operation"] = (new("operation-added", FindingSeverity.Info, ""), ChangeKind.Added, (int)VersionStep.Minor),
        ["a new member"] = (new("csharp-member", FindingSeverity.Info, "") { NewCode = "string A" }, ChangeKind.Added, (int)VersionStep.Minor),
        ["a deprecation"] = (new("deprecated", FindingSeverity.Info, ""), ChangeKind.Deprecated, (int)VersionStep.Minor),
        ["a warning"] = (new("default-changed", FindingSeverity.Warning, ""), ChangeKind.Changed, (int)VersionStep.Minor),
        ["another behaviour"] = (new("default-changed", FindingSeverity.Info, "") { CSharp = CSharpEffects.Behaviour }, ChangeKind.Changed, (int)VersionStep.Minor),
        ["a new limit"] = (new("pattern-added", FindingSeverity.Info, ""), ChangeKind.Changed, (int)VersionStep.Patch),
        ["a removal that breaks nothing"] = (new("deprecated-operation-removed", FindingSeverity.Info, ""), ChangeKind.Removed, (int)VersionStep.Patch),
        ["a limit"] = (new("max-changed", FindingSeverity.Info, ""), ChangeKind.Changed, (int)VersionStep.Patch),
    };

    [Theory]
    [MemberData(nameof(Findings))]
    public void Each_finding_asks_for_a_step_and_belongs_to_a_section(string name)
    {
        var (finding, kind, step) = Steps[name];

        Assert.Equal((kind, step), (ChangeKinds.Of(finding), (int)ChangeKinds.StepOf([finding])));
        Assert.Equal((int)VersionStep.Major, (int)ChangeKinds.StepOf([finding, Steps["an API break"].Finding]));
    }

    [Fact]
    public void What_can_be_added_has_a_rule() => Assert.All(ChangeKinds.Parts, part => Assert.True(KnownRules.Names.Contains($"{part}-added"), part));

    [Fact]
    public void Nothing_found_is_a_patch() => Assert.Equal(VersionStep.Patch, ChangeKinds.StepOf([]));
}
