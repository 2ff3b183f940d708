using Kiln.Generator.Diagnostics;
using static Kiln.Tool.Tests.Workbench;

namespace Kiln.Tool.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private static readonly DiagnosticRule Rule = new("KILN0166", DiagnosticLevel.Info, "Header parameter ignored", "not used");

    private readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Prints_diagnostics_in_the_order_of_the_document_and_a_summary_apart()
    {
        bench.Tells(
            Diagnostic(DiagnosticLevel.Warning, 9, 2),
            Diagnostic(DiagnosticLevel.Error, 9, 1),
            Diagnostic(DiagnosticLevel.Error, 1, file: "a-part.yaml"),
            Diagnostic(DiagnosticLevel.Info, 3));

        var run = await bench.RunAsync("check", "api.yaml");

        Assert.Equal(
            """
            api.yaml(3,1): info KILN0003: wrong
            api.yaml(9,1): error KILN2009: wrong
            api.yaml(9,2): warning KILN1009: wrong
            a-part.yaml(1,1): error KILN2001: wrong

            """,
            run.Out,
            ignoreLineEndingDifferences: true);
        Assert.Equal("api.yaml: 2 errors, 1 warning, 1 info.", run.Error.TrimEnd());
        Assert.Equal(ExitCodes.DocumentWrong, run.ExitCode);
    }

    [Fact]
    public async Task The_same_message_is_one_line_with_the_number_of_other_locations()
    {
        bench.Tells(
            Diagnostic(DiagnosticLevel.Info, 3, message: "not used") with { Rule = Rule },
            Diagnostic(DiagnosticLevel.Info, 4, message: "not used") with { Rule = Rule },
            Diagnostic(DiagnosticLevel.Info, 5, message: "not used") with { Rule = Rule },
            Diagnostic(DiagnosticLevel.Info, 6, message: "another") with { Rule = Rule with { MessageFormat = "another" } });

        var check = await bench.RunAsync("check", "api.yaml");
        var all = await bench.RunAsync("check", "api.yaml", "--all");

        Assert.Equal(
            """
            api.yaml(3,1): info KILN0166: not used (and 2 more locations; --all prints them)
            api.yaml(6,1): info KILN0166: another

            """,
            check.Out,
            ignoreLineEndingDifferences: true);
        Assert.Equal("api.yaml: no errors, 4 infos.", check.Error.TrimEnd());
        Assert.Equal(["api.yaml(3,1): ", "api.yaml(4,1): ", "api.yaml(5,1): ", "api.yaml(6,1): "], all.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[..15]));
        Assert.DoesNotContain("more location", all.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_error_is_a_line_even_with_the_same_message()
    {
        bench.Tells(Diagnostic(DiagnosticLevel.Error, 3) with { Rule = Rule with { Severity = DiagnosticLevel.Error } }, Diagnostic(DiagnosticLevel.Error, 4) with { Rule = Rule with { Severity = DiagnosticLevel.Error } });

        var run = await bench.RunAsync("check", "api.yaml");

        Assert.Equal(2, run.Out.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Warnings_are_no_failure()
    {
        bench.Tells(Diagnostic(DiagnosticLevel.Warning, 1));

        var run = await bench.RunAsync("check", "api.yaml");

        Assert.Equal("api.yaml: no errors, 1 warning.", run.Error.TrimEnd());
        Assert.Equal(ExitCodes.Done, run.ExitCode);
    }

    [Fact]
    public async Task A_good_document_prints_nothing_to_standard_output()
    {
        var run = await bench.RunAsync("check", "api.yaml");

        Assert.Equal("", run.Out);
        Assert.Equal("api.yaml: no errors.", run.Error.TrimEnd());
        Assert.Equal(ExitCodes.Done, run.ExitCode);
    }

    [Fact]
    public async Task A_message_that_quotes_line_breaks_and_escapes_stays_one_harmless_line()
    {
        bench.Tells(Diagnostic(DiagnosticLevel.Warning, 1, message: "the key 'a\r\nb\u001b[2J\u2028c'"));

        var run = await bench.RunAsync("check", "api.yaml");

        Assert.Equal("api.yaml(1,1): warning KILN1001: the key 'a  b [2J c'", run.Out.TrimEnd());
    }

    [Theory]
    [InlineData("./api.yaml")]
    [InlineData("sub/../api.yaml")]
    public async Task Diagnostics_show_the_path_as_it_was_typed(string typed)
    {
        Directory.CreateDirectory(bench.PathOf("sub"));
        bench.Generate = (text, _, _) => Sdk(Diagnostic(DiagnosticLevel.Warning, 1, file: text.Entry.Path));

        var run = await bench.RunAsync("check", typed);

        Assert.StartsWith($"{typed}(1,1): ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_sentence()
    {
        var run = await bench.RunAsync("check", "nowhere.yaml");

        Assert.Equal("kiln: cannot read nowhere.yaml: it does not exist.", run.Error.TrimEnd());
        Assert.Equal(ExitCodes.Usage, run.ExitCode);
    }
}
