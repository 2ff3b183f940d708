using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Comparing;
using Kiln.Tool.Gates;

namespace Kiln.Tool.Tests.Gates;

public sealed class SeverityChoicesTests
{
    private static readonly RuleNames Rules = new(["enum-value-removed", "request-property-enum-value-removed", "response-property-enum-value-removed", "type-changed"]);

    [Theory]
    [InlineData("""{ "severities": { "enum-value-removed": "info" } }""", "info")]
    [InlineData("""{ "$schema": "x", "severities": { "enum-value-removed": "ignore" } }""", "")]
    [InlineData("severities:\n  # Reasons.\n  request-property-enum-value-removed: warning\n", "warning")]
    [InlineData("severities: { enum-value-removed: ignore, request-property-enum-value-removed: info }", "info")]
    [InlineData("severities: { request-property-enum-value-removed: info, response-property-enum-value-removed: breaking }", "breaking")]
    [InlineData("# Levels.\nrequest-property-enum-value-removed    warn\ntype-changed\tnone\n", "warning")]
    [InlineData("enum-value-removed NONE\n", "")]
    [InlineData("{}", "breaking")]
    [InlineData("", "breaking")]
    public void A_rule_has_the_severity_that_its_id_or_alias_was_given(string file, string severity)
    {
        var finding = new Finding("enum-value-removed", FindingSeverity.Breaking, "") { Aliases = ["request-property-enum-value-removed", "response-property-enum-value-removed"] };

        var choices = SeverityChoices.Read(new("kiln.json", file), Rules, TestContext.Current.CancellationToken);

        Assert.Equal(severity, choices.Apply(finding)?.Severity.ToString().ToLowerInvariant() ?? "");
        Assert.Equal(FindingSeverity.Info, choices.Apply(new Finding("other", FindingSeverity.Info, ""))!.Severity);
    }

    [Theory]
    [InlineData("{\n  \"severities\": { \"enum-value-remove\": \"info\" } }", "(2,19): unknown rule 'enum-value-remove'; did you mean 'enum-value-removed'? kiln diff --list-rules lists all.")]
    [InlineData("{ \"severities\": { \"q\": \"info\" } }", "(1,19): unknown rule 'q'. kiln diff --list-rules lists all.")]
    [InlineData("{ \"severities\": { \"type-changed\": \"error\" } }", "(1,35): 'error' is not a severity: it is breaking, warning, info or ignore.")]
    [InlineData("{ \"severities\": { \"type-changed\": 1 } }", "(1,35): '1' is not a severity: it is breaking, warning, info or ignore.")]
    [InlineData("{ \"severities\": { \"type-changed\": [] } }", "(1,35): 'an array' is not a severity: it is breaking, warning, info or ignore.")]
    [InlineData("{ \"severitys\": {} }", "(1,3): unknown setting 'severitys'; did you mean 'severities'? There is only 'severities'.")]
    [InlineData("{ \"severities\": [] }", "(1,17): 'severities' must be an object with a severity for each rule.")]
    [InlineData("[]", "(1,1): a file of settings is an object with the key 'severities'.")]
    [InlineData("{ \"severities\": ", "(1,1): Invalid JSON")]
    [InlineData("# Levels.\ntype-change err", "(2,1): unknown rule 'type-change'; did you mean 'type-changed'? kiln diff --list-rules lists all.")]
    [InlineData("type-changed fatal", "(1,1): 'fatal' is not a severity: it is breaking, warning, info or ignore.")]
    public void What_is_wrong_in_the_file_is_told_with_its_place(string file, string message)
    {
        var failure = Assert.Throws<KilnFailure>(() => SeverityChoices.Read(new NamedText("kiln.json", file), Rules, TestContext.Current.CancellationToken));

        Assert.StartsWith("kiln.json" + message, failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, failure.ExitCode);
    }
}
