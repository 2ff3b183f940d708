using Kiln.Generator.Changes.Findings;
using Kiln.Tool.Gates;

namespace Kiln.Tool.Tests.Gates;

public sealed class GateTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    private static readonly Finding Break = new("enum-value-removed", FindingSeverity.Breaking, "Removed.") { Subject = "Pet.status", OldText = "sold" };
    private static readonly Finding Rename = new("schema-renamed", FindingSeverity.Info, "Renamed.") { Subject = "Pet", CSharp = CSharpEffects.SourceBreaking | CSharpEffects.BinaryBreaking };
    private static readonly Finding Warn = new("default-changed", FindingSeverity.Warning, "Changed.") { Subject = "Pet.age", CSharp = CSharpEffects.Behaviour };

    [Theory]
    [InlineData("", "enum-value-removed")]
    [InlineData("breaking", "enum-value-removed")]
    [InlineData("warning", "enum-value-removed default-changed")]
    [InlineData("info", "enum-value-removed schema-renamed default-changed")]
    [InlineData("none", "")]
    [InlineData("source-breaking", "schema-renamed")]
    [InlineData("binary-breaking", "schema-renamed")]
    [InlineData("binary-breaking breaking", "enum-value-removed schema-renamed")]
    [InlineData("breaking warning", "enum-value-removed default-changed")]
    public void What_fails_is_at_or_above_the_severity_or_has_the_effect(string words, string failing)
    {
        var failOn = FailOn.Of(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(failing, string.Join(' ', new[] { Break, Rename, Warn }.Where(failOn.IsMetBy).Select(f => f.Id)));
        Assert.Equal(failing.Length > 0, With(Baseline.None, failOn).Apply([Break, Rename, Warn], Today).IsFailed);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("2026-11-30", true)]
    [InlineData("2026-12-01", true)]
    [InlineData("2026-11-29", false)]
    public void An_accepted_finding_fails_nothing_until_its_day_has_passed(string? day, bool isAccepted)
    {
        var result = With(new([Entry(Break, day)])).Apply([Break, Warn], Today);

        Assert.Equal(!isAccepted, result.IsFailed);
        Assert.Equal(isAccepted ? ["default-changed"] : ["enum-value-removed", "default-changed", Baseline.ExpiredId], result.Reported.Select(f => f.Id));
        Assert.Equal(isAccepted ? [new(Break, "Agreed.")] : [], result.Accepted);
        Assert.Equal([Break, Warn], result.All);
    }

    [Fact]
    public void An_expired_entry_and_one_that_accepts_nothing_are_told()
    {
        var result = With(new([Entry(Break, "2026-01-31"), Entry(Rename, null), Entry(Warn, "2020-01-01")])).Apply([Break], Today);

        Assert.Equal(
            [
                (Baseline.ExpiredId, "The baseline accepted enum-value-removed of Pet.status until 2026-01-31: Agreed."),
                (Baseline.UnusedId, "The baseline accepts schema-renamed of Pet, which was not found; remove the entry"),
                (Baseline.UnusedId, "The baseline accepts default-changed of Pet.age, which was not found; remove the entry"),
            ],
            result.Reported.Skip(1).Select(f => (f.Id, f.Message)));
        Assert.All(result.Reported.Skip(1), f => Assert.Equal(FindingSeverity.Warning, f.Severity));
        Assert.Equal(3, result.Reported.Skip(1).Select(Fingerprint.Of).Distinct().Count());
    }

    [Fact]
    public void An_ignored_line_is_used_once_for_all_that_it_matches_and_told_if_for_none()
    {
        var finding = Break with { Operations = ["GET /pets"] };
        var lines = IgnoreFile.Read(new("ignore.txt", "GET /pets enum-value-removed\nGET /cats enum-value-removed\n"), FindingSeverity.Breaking);

        var result = new Gate(SeverityChoices.None, Baseline.None, [lines], FailOn.Default).Apply([finding, finding with { Subject = "Cat" }], Today);

        Assert.False(result.IsFailed);
        Assert.Equal(["ignore.txt(1)", "ignore.txt(1)"], result.Accepted.Select(a => a.Reason));
        Assert.Equal([(Baseline.UnusedId, 2)], result.Reported.Select(f => (f.Id, f.New!.Line)));
    }

    [Fact]
    public void A_severity_that_was_chosen_decides_and_leaves_out()
    {
        var choices = new SeverityChoices(new Dictionary<string, FindingSeverity?> { ["enum-value-removed"] = null, ["default-changed"] = FindingSeverity.Breaking, [Baseline.UnusedId] = FindingSeverity.Info });

        var result = new Gate(choices, new([Entry(Rename, null)]), [], FailOn.Default).Apply([Break, Warn], Today);

        Assert.True(result.IsFailed);
        Assert.Equal([("default-changed", FindingSeverity.Breaking), (Baseline.UnusedId, FindingSeverity.Info)], result.Reported.Select(f => (f.Id, f.Severity)));
        Assert.Equal(["default-changed"], result.All.Select(f => f.Id));
    }

    [Fact]
    public void A_baseline_that_is_written_again_keeps_what_is_still_needed()
    {
        var before = new Baseline([Entry(Break, "2030-01-01"), Entry(Rename, "2026-01-01"), Entry(new Finding("gone", FindingSeverity.Breaking, ""), null)]);

        var after = before.With([Rename, Rename], [Break, Rename, Warn], "Now.", new(2027, 1, 31), Today);

        Assert.Equal(
            [("enum-value-removed", "Agreed.", "2030-01-01"), ("schema-renamed", "Now.", "2027-01-31")],
            after.Entries.Select(e => (e.Id, e.Reason, BaselineEntry.Write(e.Expires!.Value))));
        var read = BaselineFile.Read(new("b.json", System.Text.Encoding.UTF8.GetString(BaselineFile.Write(after.Entries))), TestContext.Current.CancellationToken);
        Assert.Equal(after.Entries, read.Select(e => e with { Location = null }));
    }

    [Theory]
    [InlineData("[]", "(1,1): a baseline is an object with an array 'accepted'; kiln diff --write-baseline writes one.")]
    [InlineData("{\"accepted\": [1]}", "(1,15): an accepted finding is an object with a 'fingerprint'.")]
    [InlineData("{\"accepted\": [{\"fingerprint\": \"x\", \"reason\": \"r\"}]}", "(1,31): 'x' is not a fingerprint, which has 16 hexadecimal digits.")]
    [InlineData("{\"accepted\": [\n{\"fingerprint\": \"0123456789abcdef\"}]}", "(2,1): an accepted finding needs a 'reason'.")]
    [InlineData("{\"accepted\": [{\"fingerprint\": \"0123456789abcdef\", \"reason\": \"r\", \"expires\": \"31.1.27\"}]}", "(1,77): '31.1.27' is not a day such as 2027-01-31.")]
    [InlineData("{\"accepted\": [}", "(1,15): ")]
    public void What_is_wrong_in_a_baseline_is_told_with_its_place(string text, string message)
    {
        var failure = Assert.Throws<KilnFailure>(() => BaselineFile.Read(new("b.json", text), TestContext.Current.CancellationToken));

        Assert.StartsWith("b.json" + message, failure.Message, StringComparison.Ordinal);
    }

    private static Gate With(Baseline baseline, FailOn? failOn = null) => new(SeverityChoices.None, baseline, [], failOn ?? FailOn.Default);

    private static BaselineEntry Entry(Finding finding, string? day) => new(Fingerprint.Of(finding), finding.Id, finding.Subject, "Agreed.", BaselineEntry.ReadDay(day));
}
