using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Tool.Gates;
using static Kiln.Tool.Tests.Comparing.ComparisonBench;

namespace Kiln.Tool.Tests.Commands;

public sealed class DiffCommandTests : IDisposable
{
    private static readonly Finding Break = new("enum-value-removed", FindingSeverity.Breaking, "The enum value 'sold' was removed.")
    {
        Subject = "Pet.status",
        New = new SourceLocation("new.yaml", 3, 5, 3, 9),
        OldText = "sold",
    };

    private static readonly Finding Addition = new("operation-added", FindingSeverity.Info, "The operation was added.")
    {
        Subject = "GET /cats",
        New = new SourceLocation("new.yaml", 4, 3, 4, 9),
        Operations = ["GET /cats"],
    };

    private readonly Workbench bench = new();

    public DiffCommandTests()
    {
        bench.Write("old.yaml", Spec("/pets"));
        bench.Write("new.yaml", Spec("/pets"));
        Finds(Break, Addition);
    }

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(ExitCodes.Drift)]
    [InlineData(ExitCodes.Drift, "--fail-on", "info")]
    [InlineData(ExitCodes.Done, "--fail-on", "none")]
    [InlineData(ExitCodes.Done, "--fail-on", "source-breaking,binary-breaking")]
    [InlineData(ExitCodes.Drift, "--fail-on", "source-breaking", "--fail-on", "warning")]
    public async Task The_exit_code_says_whether_something_fails(int exitCode, params string[] options)
    {
        var run = await DiffAsync(options);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("enum-value-removed", run.Out, StringComparison.Ordinal);
        Assert.Contains("operation-added", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_is_success()
    {
        Finds();

        Assert.Equal(ExitCodes.Done, (await DiffAsync("--fail-on", "info")).ExitCode);
    }

    [Fact]
    public async Task A_baseline_accepts_what_was_there()
    {
        var written = await DiffAsync("--write-baseline", "accepted.json", "--reason", "Agreed with all \"users\".", "--expires", "9999-12-31");
        var accepted = await DiffAsync("--baseline", "accepted.json");
        Finds(Break with { OldText = "lost" }, Addition);
        var other = await DiffAsync("--baseline", "accepted.json");

        Assert.Equal((ExitCodes.Done, "", "accepted.json: 1 accepted finding."), (written.ExitCode, written.Out, written.Error.TrimEnd()));
        Assert.Equal(
            $$"""
            {
              "accepted": [
                {
                  "fingerprint": "{{Fingerprint.Of(Break)}}",
                  "id": "enum-value-removed",
                  "subject": "Pet.status",
                  "reason": "Agreed with all \"users\".",
                  "expires": "9999-12-31"
                }
              ]
            }

            """,
            bench.Read("accepted.json"));
        Assert.Equal(ExitCodes.Done, accepted.ExitCode);
        Assert.DoesNotContain("enum-value-removed", accepted.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Drift, other.ExitCode);
        Assert.Contains(Baseline.UnusedId, other.Out, StringComparison.Ordinal);
        Assert.Contains("accepted.json(3,5)", other.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_that_has_expired_accepts_nothing()
    {
        await DiffAsync("--write-baseline", "accepted.json", "--reason", "Once.", "--expires", "2020-01-01");

        var run = await DiffAsync("--baseline", "accepted.json");

        Assert.Equal(ExitCodes.Drift, run.ExitCode);
        Assert.Contains("The baseline accepted enum-value-removed of Pet.status until 2020-01-01: Once.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ignore_files_move_over()
    {
        Finds(Break with { Operations = ["GET /pets"], Aliases = ["response-property-enum-value-removed"] });
        bench.Write("ignore.md", "# Agreed\n\n- GET /pets response-property-enum-value-removed, since nothing was ever sold.\n");

        Assert.Equal(ExitCodes.Done, (await DiffAsync("--err-ignore", "ignore.md")).ExitCode);
        Assert.Equal(ExitCodes.Drift, (await DiffAsync("--warn-ignore", "ignore.md")).ExitCode);
    }

    [Fact]
    public async Task Settings_are_found_beside_the_new_document_or_named()
    {
        bench.Write("spec/old.yaml", Spec("/pets"));
        bench.Write("spec/new.yaml", Spec("/pets"));
        bench.Write("spec/kiln.json", $$"""{ "severities": { "{{Baseline.UnusedId}}": "breaking" } }""");
        bench.Write("accepted.json", """{ "accepted": [{ "fingerprint": "0123456789abcdef", "reason": "r" }] }""");
        Finds();

        Assert.Equal(ExitCodes.Drift, (await bench.RunAsync("diff", "spec/old.yaml", "spec/new.yaml", "--baseline", "accepted.json")).ExitCode);
        Assert.Equal(ExitCodes.Drift, (await bench.RunAsync("diff", "old.yaml", "new.yaml", "--baseline", "accepted.json", "--config", "spec/kiln.json")).ExitCode);
        Assert.Equal(ExitCodes.Done, (await bench.RunAsync("diff", "spec/old.yaml", "new.yaml", "--baseline", "accepted.json")).ExitCode);
    }

    [Fact]
    public async Task A_version_and_a_changelog_are_made_of_all_findings_accepted_or_not()
    {
        await DiffAsync("--write-baseline", "accepted.json", "--reason", "Agreed.");
        bench.Write("CHANGELOG.md", "# Changes\n\n## 1.4.2\n\n- Before.\n");

        var run = await DiffAsync("--baseline", "accepted.json", "--suggest-version", "1.4.2", "--changelog", "CHANGELOG.md");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("2.0.0", run.Out, StringComparison.Ordinal);
        Assert.Equal(
            """
            # Changes

            ## 2.0.0

            ### Breaking changes

            - `Pet.status`: The enum value 'sold' was removed.

            ### Added

            - `GET /cats`: The operation was added.

            ## 1.4.2

            - Before.

            """,
            bench.Read("CHANGELOG.md"));
    }

    [Theory]
    [InlineData("'error' is not a value of --fail-on: use breaking, warning, info, source-breaking, binary-breaking, none.", "--fail-on", "breaking,error")]
    [InlineData("--fail-on none cannot be combined with another value.", "--fail-on", "none,info")]
    [InlineData("--write-baseline needs --reason: why the findings are accepted.", "--write-baseline", "b.json")]
    [InlineData("--reason is for --write-baseline.", "--reason", "x")]
    [InlineData("--reason is empty.", "--write-baseline", "b.json", "--reason", " ")]
    [InlineData("'tomorrow' is not a day such as 2027-01-31.", "--write-baseline", "b.json", "--reason", "x", "--expires", "tomorrow")]
    [InlineData("'1.4' is not a semantic version such as 1.4.2 or 2.0.0-beta.1.", "--suggest-version", "1.4")]
    [InlineData("--baseline is empty.", "--baseline", "")]
    [InlineData("'-1' is not a number of days.", "--deprecation-days-beta", "-1")]
    public async Task A_wrong_command_line_says_why(string sentence, params string[] options)
    {
        var run = await DiffAsync(options);

        Assert.Equal((ExitCodes.Usage, ""), (run.ExitCode, run.Out));
        Assert.Equal($"kiln: {sentence}\nTry 'kiln diff --help'.", run.Error.TrimEnd().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("Required argument 'OLD' missing for command: 'diff'.")]
    [InlineData("Required argument 'NEW' missing for command: 'diff'.", "old.yaml")]
    [InlineData("NEW is empty.", "old.yaml", "")]
    [InlineData("--list-rules needs no documents.", "old.yaml", "new.yaml", "--list-rules")]
    [InlineData("--list-rules has the forms text and json, on standard output.", "--list-rules", "--format", "html")]
    [InlineData("--list-rules has the forms text and json, on standard output.", "--list-rules", "--format", "json=rules.json")]
    public async Task Two_documents_are_needed_or_none(string sentence, params string[] args)
    {
        var run = await bench.RunAsync(["diff", .. args]);

        Assert.Equal((ExitCodes.Usage, ""), (run.ExitCode, run.Out));
        Assert.StartsWith($"kiln: {sentence}\n", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_are_listed_for_people_and_for_programs()
    {
        var text = await bench.RunAsync("diff", "--list-rules");
        var json = await bench.RunAsync("diff", "--list-rules", "--format", "json");

        Assert.Equal((ExitCodes.Done, "", ExitCodes.Done, ""), (text.ExitCode, text.Error, json.ExitCode, json.Error));
        var rules = System.Text.Json.JsonDocument.Parse(json.Out).RootElement.GetProperty("rules").EnumerateArray().ToList();
        Assert.All(rules, r => Assert.Contains($"  {r.GetProperty("id").GetString()} ", text.Out, StringComparison.Ordinal));
        Assert.Contains(rules, r => r.GetProperty("id").GetString() == "enum-value-removed" && r.GetProperty("aliases").EnumerateArray().Any(a => a.GetString() == "request-property-enum-value-removed"));
        Assert.All(["csharp-member-renamed", Baseline.ExpiredId], id => Assert.Contains(rules, r => r.GetProperty("id").GetString() == id));
    }

    [Fact]
    public async Task The_day_and_the_time_before_a_removal_reach_the_comparison()
    {
        LifecycleTerms? seen = null;
        bench.Find = (_, _, terms, _) =>
        {
            seen = terms;
            return new([]);
        };

        await DiffAsync("--deprecation-days-beta", "7", "--deprecation-days-stable", "90");

        Assert.Equal((7, 90), (seen!.BetaDays, seen.StableDays));
        Assert.InRange(DateTime.UtcNow.Date - seen.Today, TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Severities_are_set_by_our_ids_and_by_those_of_oasdiff()
    {
        Finds(Break with { Aliases = ["request-property-enum-value-removed"] });
        bench.Write("ours.json", """{ "severities": { "enum-value-removed": "info" } }""");
        bench.Write("levels.txt", "request-property-enum-value-removed    none\n");

        var ours = await DiffAsync("--config", "ours.json");
        var levels = await DiffAsync("--config", "levels.txt");

        Assert.Equal((ExitCodes.Done, ExitCodes.Done), (ours.ExitCode, levels.ExitCode));
        Assert.Contains("1 info", ours.Out, StringComparison.Ordinal);
        Assert.EndsWith("No changes.\n", levels.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_shows_both_documents()
    {
        Finds(Break with { Old = new SourceLocation("old.yaml", 3, 3, 3, 9), Operations = ["GET /pets"] });
        bench.Write("old.yaml", Spec("/pets").Replace("paths:", "paths: # Before", StringComparison.Ordinal));
        bench.Write("new.yaml", Spec("/pets").Replace("paths:", "paths: # After", StringComparison.Ordinal));

        var run = await DiffAsync("--format", "text", "--format", "html=out/diff.html", "--format", "json=out/diff.json", "--suggest-version", "1.0.0");

        Assert.Equal(ExitCodes.Drift, run.ExitCode);
        Assert.Contains("Shop: old.yaml -> new.yaml", run.Out, StringComparison.Ordinal);
        Assert.Contains("Suggested version: 2.0.0", run.Out, StringComparison.Ordinal);
        Assert.Contains("# Before", bench.Read("out/diff.html"), StringComparison.Ordinal);
        Assert.Contains("# After", bench.Read("out/diff.html"), StringComparison.Ordinal);
        Assert.Contains("\"suggestedVersion\": \"2.0.0\"", bench.Read("out/diff.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_documents_are_compared()
    {
        bench.Find = null;
        bench.Write("old.yaml", Spec("/pets", "{type: object, properties: {name: {type: string}, age: {type: integer}}}"));
        bench.Write("new.yaml", Spec("/pets", "{type: object, properties: {name: {type: string}, age: {type: string}}}"));

        var run = await DiffAsync("--fail-on", "source-breaking");
        var same = await bench.RunAsync("diff", "old.yaml", "old.yaml", "--fail-on", "info", "--suggest-version", "1.0.0");

        Assert.Equal((ExitCodes.Drift, ""), (run.ExitCode, run.Error));
        Assert.Contains("type-changed", run.Out, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Done, ""), (same.ExitCode, same.Error));
        Assert.Contains("No changes.", same.Out, StringComparison.Ordinal);
        Assert.Contains("Suggested version: 1.0.1", same.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cannot read none.json: it does not exist.", "--baseline", "none.json")]
    [InlineData("cannot read none.json: it does not exist.", "--config", "none.json")]
    [InlineData("cannot read none.txt: it does not exist.", "--err-ignore", "none.txt")]
    [InlineData("new.yaml would overwrite the document new.yaml.", "--changelog", "new.yaml")]
    [InlineData("./old.yaml would overwrite the document old.yaml.", "--write-baseline", "./old.yaml", "--reason", "x")]
    [InlineData("new.yaml would overwrite the document new.yaml.", "--format", "text", "--format", "json=new.yaml")]
    [InlineData("sub/../old.yaml would overwrite the document old.yaml.", "--format", "html=sub/../old.yaml")]
    [InlineData("accepted.json would overwrite the baseline accepted.json.", "--baseline", "accepted.json", "--format", "json=accepted.json")]
    [InlineData("names.yaml would overwrite the overlay names.yaml.", "--overlay", "names.yaml", "--format", "json=names.yaml")]
    [InlineData("right.json would overwrite the settings right.json.", "--config", "right.json", "--write-baseline", "right.json", "--reason", "x")]
    [InlineData("./out.md would be written twice.", "--changelog", "out.md", "--format", "markdown=./out.md")]
    [InlineData("cannot read  [31mred: it does not exist.", "--config", "\u001b[31mred")]
    [InlineData("wrong.json(1,19): unknown rule 'baseline-unusd'; did you mean 'baseline-unused'? kiln diff --list-rules lists all.", "--config", "wrong.json")]
    public async Task A_file_that_cannot_be_used_is_a_sentence(string sentence, params string[] options)
    {
        bench.Write("wrong.json", "{ \"severities\": { \"baseline-unusd\": \"info\" } }");
        bench.Write("right.json", "{ \"severities\": {} }");
        bench.Write("accepted.json", "{ \"accepted\": [] }");

        var run = await DiffAsync(options);

        Assert.Equal((ExitCodes.Usage, "", $"kiln: {sentence}"), (run.ExitCode, run.Out, run.Error.TrimEnd()));
        Assert.Equal(Spec("/pets"), bench.Read("new.yaml"));
    }

    // /dev/stdout leads there: a file that is moved to such a path would take its place.
    [Fact]
    public async Task Findings_are_written_to_what_a_process_has_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has /proc");
        await using var opened = new FileStream(bench.PathOf("opened.json"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite);
        var path = $"/proc/self/fd/{opened.SafeFileHandle.DangerousGetHandle()}";

        var run = await DiffAsync("--format", "json=" + path);

        Assert.Equal((ExitCodes.Drift, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("{", bench.Read("opened.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_says_what_the_exit_codes_mean()
    {
        var run = await bench.RunAsync("diff", "--help");

        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("kiln diff [<OLD> [<NEW>]] [options]", run.Out, StringComparison.Ordinal);
        Assert.Contains("  kiln diff v1.4.2:spec/openapi.yaml", run.Out, StringComparison.Ordinal);
        Assert.Contains("diff and observe: a finding of --fail-on", run.Out, StringComparison.Ordinal);
    }

    private void Finds(params Finding[] findings) => bench.Find = (_, _, _, _) => new(findings.ToEquatableArray());

    private Task<Outcome> DiffAsync(params string[] options) => bench.RunAsync(["diff", "old.yaml", "new.yaml", .. options]);
}
