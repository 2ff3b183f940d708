using System.Text.RegularExpressions;
using Kiln.Generator.Specs.Files;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Tool.Tests.ContinuousIntegration;

/// <summary>The GitHub action and the GitLab job pass on what the script reads and <c>docs/ci.md</c> lists.</summary>
public sealed partial class TemplateTests
{
    private static readonly SpecMap Action = Read("ci", "github", "action.yml");
    private static readonly SpecMap Job = (SpecMap)Read("ci", "gitlab", "kiln.gitlab-ci.yml")[".kiln-drift"]!;

    // The table of docs/ci.md: the variable, and the input of the action if it has one.
    private static readonly IReadOnlyList<(string Variable, string Input)> Documented =
        [.. Row().Matches(File.ReadAllText(Checkout.PathOf("docs", "ci.md"))).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    [Fact]
    public void The_page_lists_the_variables_of_the_script() =>
        Assert.Equal(ScriptVariables.Read, Documented.Select(d => d.Variable).Order(StringComparer.Ordinal));

    [Fact]
    public void The_comment_of_the_script_lists_them_too() =>
        Assert.Equal(ScriptVariables.Read, Comment().Matches(File.ReadAllText(ScriptRun.Script)).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void The_action_has_the_inputs_of_the_page_and_passes_each_on_by_its_variable()
    {
        var environment = (SpecMap)Steps().Single(s => s["id"].AsText() == "check")["env"]!;

        Assert.Equal(Documented.Select(d => d.Input).Where(i => i.Length > 0).Prepend("spec").Order(StringComparer.Ordinal), Keys(Action["inputs"]).Order(StringComparer.Ordinal));
        Assert.All(Documented.Where(d => d.Input.Length > 0).Append(("SPEC", "spec")), d => Assert.Equal($"${{{{ inputs.{d.Item2} }}}}", environment[d.Item1].AsText()));
    }

    [Fact]
    public void The_job_has_the_variables_of_the_page_and_exports_all_but_the_document()
    {
        var export = Script().Single(l => l.StartsWith("export ", StringComparison.Ordinal)).Split(' ')[1..];

        Assert.Equal(ScriptVariables.Read.Append("SPEC").Order(StringComparer.Ordinal), Keys(Job["variables"]).Order(StringComparer.Ordinal));
        Assert.Equal(ScriptVariables.Read, export.Order(StringComparer.Ordinal));
        Assert.Equal("ci/check-drift.sh \"$SPEC\"", Script()[^1]);
    }

    [Fact]
    public void No_text_of_a_person_is_part_of_a_script()
    {
        var scripts = Steps().Select(s => s["run"].AsText()).OfType<string>().ToList();

        Assert.NotEmpty(scripts);
        Assert.All(scripts, s => Assert.DoesNotContain("${{", s, StringComparison.Ordinal));
    }

    [Fact]
    public void Reports_are_where_the_template_looks_for_them()
    {
        var reports = ((SpecMap)Job["variables"]!)["REPORTS"].AsText();

        Assert.Equal(reports, ((SpecList)Job["artifacts"].At("paths")!).Items[0].AsText());
        Assert.Equal($"{reports}/*.xml", Job["artifacts"].At("reports").At("junit").AsText());
    }

    private static IEnumerable<SpecMap> Steps() => ((SpecList)Action["runs"].At("steps")!).Items.OfType<SpecMap>();

    private static IReadOnlyList<string> Script() => [.. ((SpecList)Job["script"]!).Items.Select(i => i.AsText()!)];

    private static IEnumerable<string> Keys(SpecNode? node) => ((SpecMap)node!).Entries.Select(e => e.Key);

    private static SpecMap Read(params string[] path)
    {
        var tree = SpecFileTree.Parse(new SpecText(path[^1], File.ReadAllText(Checkout.PathOf(path))), TestContext.Current.CancellationToken);
        Assert.Empty(tree.Diagnostics.Items);
        return (SpecMap)tree.Root!;
    }

    [GeneratedRegex(@"^\| `([A-Z_]+)` \| (?:`([a-z-]+)`)? ?\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^#   ([A-Z_]+)  ", RegexOptions.Multiline)]
    private static partial Regex Comment();
}

file static class Nodes
{
    public static SpecNode? At(this SpecNode? node, string key) => ((SpecMap)node!)[key];
}
