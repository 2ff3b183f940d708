namespace Kiln.Tool.Tests.ContinuousIntegration;

/// <summary>How <c>ci/check-drift.sh</c> calls kiln, with a script in its place that writes down how it was called.</summary>
public sealed class CheckDriftCommandLineTests : IDisposable
{
    private readonly Workbench bench = new();

    public CheckDriftCommandLineTests()
    {
        ScriptRun.SkipWithoutShell();
        // The name of the command is the first argument; the file with that name holds the exit code.
        bench.Write("fake.sh", "for argument in \"$@\"; do printf '[%s]' \"$argument\"; done >> calls\necho >> calls\n[ -f \"exit-$1\" ] && exit \"$(cat \"exit-$1\")\"\nexit 0\n");
    }

    public void Dispose() => bench.Dispose();

    /// <summary>Variables, and the calls that they lead to.</summary>
    public static TheoryData<string, string> Calls => new()
    {
        { "BASE=v1:a b.yaml", "[diff][--][v1:a b.yaml][api.yaml]" },
        { "BASE=*|FAIL_ON=warning,source-breaking|CONFIG=a b.json|BASELINE=c d.json", "[diff][--config][a b.json][--fail-on][warning,source-breaking][--baseline=c d.json][--][*][api.yaml]" },
        { "PINNED=a b|BASELINE=c.json|SDK_OPTIONS=--namespace A.B", "[drift][--namespace][A.B][--pinned=a b][--][api.yaml]" },
        { "TRAFFIC=a b.har\n\n-c.har\n|KILN_OPTIONS=--overlay o.yaml --include-path /a/*|SDK_OPTIONS=--client C", "[observe][--overlay][o.yaml][--include-path][/a/*][--][api.yaml][a b.har][-c.har]" },
        { "TRAFFIC=x|OBSERVE_BASELINE=a b.json|BASELINE=c.json", "[observe][--baseline=a b.json][--][api.yaml][x]" },
        { "PINNED=p|BASE=b|TRAFFIC=t", "[drift][--pinned=p][--][api.yaml]\n[diff][--][b][api.yaml]\n[observe][--][api.yaml][t]" },
        {
            "BASE=b|REPORTS=out dir",
            "[diff][--format][text][--format][json=out dir/diff.json][--format][sarif=out dir/diff.sarif][--format][junit=out dir/diff.xml][--format][markdown=out dir/diff.md]"
            + "[--format][html=out dir/diff.html][--format][github=out dir/diff.github.txt][--][b][api.yaml]"
        },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Each_variable_becomes_arguments(string variables, string calls)
    {
        var run = await RunAsync(variables, "api.yaml");

        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(calls, bench.Read("calls").TrimEnd());
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "drift=1")]
    [InlineData(3, "drift=3", "diff=1")]
    [InlineData(2, "drift=1", "diff=0", "observe=2")]
    [InlineData(70, "observe=70")]
    public async Task The_highest_exit_code_counts_and_all_are_run(int expected, params string[] codes)
    {
        foreach (var code in codes.Where(c => c.Length > 0).Select(c => c.Split('=')))
            bench.Write($"exit-{code[0]}", code[1]);

        Assert.Equal(expected, (await RunAsync("PINNED=p|BASE=b|TRAFFIC=t", "api.yaml")).ExitCode);
        Assert.Equal(3, bench.Read("calls").TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("BASE=b", "usage: ci/check-drift.sh SPEC")]
    [InlineData("BASE=b", "usage: ci/check-drift.sh SPEC", "")]
    [InlineData("BASE=b", "usage: ci/check-drift.sh SPEC", "a", "b")]
    [InlineData("FAIL_ON=info", "check-drift.sh: nothing to compare api.yaml with: set BASE, PINNED or TRAFFIC", "api.yaml")]
    public async Task A_wrong_call_is_2_and_runs_nothing(string variables, string message, params string[] arguments)
    {
        var run = await RunAsync(variables, arguments);

        Assert.Equal((ExitCodes.Usage, message), (run.ExitCode, run.Error.TrimEnd()));
        Assert.False(File.Exists(bench.PathOf("calls")));
    }

    [Fact]
    public async Task Reports_of_an_earlier_run_are_not_taken_for_those_of_this_one()
    {
        bench.Write("out/diff.md", "old");
        bench.Write("out/diff.github.txt", "::error::old");
        bench.Write("exit-diff", "3");

        var run = await RunAsync("BASE=b|REPORTS=out|GITHUB_ACTIONS=true|GITHUB_STEP_SUMMARY=summary.md", "api.yaml");

        Assert.Equal((ExitCodes.DocumentWrong, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain("old", run.Out, StringComparison.Ordinal);
        Assert.Empty(bench.Names("out"));
    }

    private Task<Outcome> RunAsync(string variables, params string[] arguments) => ScriptRun.RunAsync(
        bench,
        variables.Split('|').Append("KILN=sh fake.sh").Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]),
        arguments);
}
