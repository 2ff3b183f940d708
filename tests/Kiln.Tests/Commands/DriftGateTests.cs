using System.Text.Json;
using Kiln.Tool.Gates;
using Kiln.Tool.Pinned;
using static Kiln.Tool.Tests.Workbench;

namespace Kiln.Tool.Tests.Commands;

/// <summary>Which drift of pinned files fails a run, and in which forms it is written.</summary>
public sealed class DriftGateTests : IDisposable
{
    private const string Pet = "\nnamespace Shop.Models;\n\n/// <summary>A pet.</summary>\npublic class Pet\n{\n    public string Name { get; set; }\n}\n";

    private readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(ExitCodes.Drift, "removed")]
    [InlineData(ExitCodes.Drift, "removed", "--fail-on", "breaking")]
    [InlineData(ExitCodes.Drift, "removed", "--fail-on", "binary-breaking")]
    [InlineData(ExitCodes.Done, "removed", "--fail-on", "none")]
    [InlineData(ExitCodes.Drift, "nullable", "--fail-on", "warning")]
    [InlineData(ExitCodes.Done, "nullable", "--fail-on", "breaking,source-breaking")]
    [InlineData(ExitCodes.Drift, "comment")]
    [InlineData(ExitCodes.Drift, "comment", "--fail-on", "info")]
    [InlineData(ExitCodes.Done, "comment", "--fail-on", "warning")]
    public async Task Without_a_level_all_drift_fails(int exitCode, string change, params string[] options)
    {
        await ChangeAsync(change);

        var run = await DriftAsync(options);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("--- pinned/Models.Pet.g.cs", run.Out, StringComparison.Ordinal);
        Assert.Equal(exitCode == ExitCodes.Done, run.Error.Contains("Nothing that fails the run.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("removed", "csharp-member-removed", "breaking", "Shop.Models.Pet.Name")]
    [InlineData("nullable", "csharp-member-changed", "warning", "Shop.Models.Pet.Name")]
    [InlineData("comment", PinnedMembers.TextChanged, "info", null)]
    public async Task Other_forms_have_a_finding_for_each_member_and_no_diff(string change, string id, string severity, string? member)
    {
        await ChangeAsync(change);

        var run = await DriftAsync("--format", "json", "--format", "sarif=out/drift.sarif", "--format", "html=out/drift.html");

        using var json = JsonDocument.Parse(run.Out);
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal((id, severity), (finding.GetProperty("id").GetString(), finding.GetProperty("severity").GetString()));
        Assert.Equal(member, finding.TryGetProperty("member", out var name) ? name.GetString() : null);
        Assert.Contains(id, bench.Read("out/drift.sarif"), StringComparison.Ordinal);
        Assert.DoesNotContain("--- pinned/", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_has_its_place_in_the_pinned_files()
    {
        await ChangeAsync("removed");

        var run = await DriftAsync("--format", "json", "--format", "html=drift.html");

        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("pinned/Models.Pet.g.cs", json.RootElement.GetProperty("findings")[0].GetProperty("old").GetProperty("file").GetString());
        Assert.Contains("namespace Shop.Models;", bench.Read("drift.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_drift_there_is_no_finding()
    {
        await ChangeAsync("nothing");

        var run = await DriftAsync("--format", "json");

        using var json = JsonDocument.Parse(run.Out);
        Assert.Empty(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal((ExitCodes.Done, "1 file, no drift."), (run.ExitCode, run.Error.TrimEnd()));
    }

    [Fact]
    public async Task A_baseline_accepts_what_was_there()
    {
        await ChangeAsync("removed");

        var written = await DriftAsync("--write-baseline", "accepted.json", "--reason", "The name moves.");
        var accepted = await DriftAsync("--baseline", "accepted.json");
        await ChangeAsync("nullable");
        var other = await DriftAsync("--baseline", "accepted.json");

        Assert.Equal((ExitCodes.Done, "accepted.json: 1 accepted finding."), (written.ExitCode, written.Error.TrimEnd()));
        Assert.Equal(ExitCodes.Done, accepted.ExitCode);
        Assert.Contains("1 finding accepted. Nothing that fails the run.", accepted.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Drift, other.ExitCode);
        Assert.Contains("which was not found; remove the entry.", other.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Severities_are_set_beside_the_document()
    {
        await ChangeAsync("comment");
        bench.Write("kiln.json", $$"""{ "severities": { "{{PinnedMembers.TextChanged}}": "ignore" } }""");

        Assert.Equal(ExitCodes.Done, (await DriftAsync()).ExitCode);
    }

    [Theory]
    [InlineData("--format", "json")]
    [InlineData("--fail-on", FailOn.Breaking)]
    [InlineData("--baseline", "accepted.json")]
    public async Task What_is_about_findings_cannot_be_accepted_at_the_same_time(string option, string value)
    {
        var run = await DriftAsync("--accept", option, value);

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.StartsWith($"kiln: {option} cannot be combined with --accept", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api.yaml would overwrite the document api.yaml.", "--format", "json=api.yaml")]
    [InlineData("./api.yaml would overwrite the document api.yaml.", "--write-baseline", "./api.yaml", "--reason", "x")]
    [InlineData("names.yaml would overwrite the overlay names.yaml.", "--overlay", "names.yaml", "--format", "sarif=names.yaml")]
    [InlineData("right.json would overwrite the settings right.json.", "--config", "right.json", "--format", "json=right.json")]
    public async Task An_output_that_would_overwrite_an_input_is_refused(string sentence, params string[] options)
    {
        await ChangeAsync("removed");
        bench.Write("names.yaml", "overlay: 1.0.0");
        bench.Write("right.json", "{ \"severities\": {} }");

        var run = await DriftAsync(options);

        Assert.Equal((ExitCodes.Usage, $"kiln: {sentence}"), (run.ExitCode, run.Error.Trim()));
    }

    private async Task ChangeAsync(string change)
    {
        bench.Gives(File("Models.Pet.g.cs", Pet));
        await DriftAsync("--accept");
        bench.Gives(File("Models.Pet.g.cs", change switch
        {
            "removed" => Pet.Replace("    public string Name { get; set; }\n", "", StringComparison.Ordinal),
            "nullable" => Pet.Replace("string Name", "string? Name", StringComparison.Ordinal),
            "comment" => Pet.Replace("A pet.", "An animal.", StringComparison.Ordinal),
            _ => Pet,
        }));
    }

    private Task<Outcome> DriftAsync(params string[] more) => bench.RunAsync(["drift", "api.yaml", "--pinned", "pinned", .. more]);
}
