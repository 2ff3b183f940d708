using System.CommandLine;
using Kiln.Tool.Reports.Output;

namespace Kiln.Tool.Tests.Reports;

public sealed class ReportOptionsTests : IDisposable
{
    private readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("", "text")]
    [InlineData("--format json", "json")]
    [InlineData("--format text --format json=a.json --format html=b/c=d.html", "text|json a.json|html b/c=d.html")]
    [InlineData("--format sarif=a.sarif", "sarif a.sarif")]
    public void Each_form_goes_to_its_file_and_one_to_standard_output(string args, string outputs)
    {
        var (parsed, options) = Parse(args);

        Assert.Empty(parsed.Errors);
        Assert.Equal(outputs, string.Join('|', options.Read(parsed).Select(o => $"{o.Format.Name} {o.File}".TrimEnd())));
    }

    [Theory]
    [InlineData("--format xml", "--format 'xml' is not known: use text, json, markdown, sarif, github, junit or html, each with or without =FILE.")]
    [InlineData("--format JSON", "--format 'JSON' is not known: use text, json, markdown, sarif, github, junit or html, each with or without =FILE.")]
    [InlineData("--format json=", "--format json= has no file after the equals sign.")]
    [InlineData("--format json --format text", "--format: only one form can go to standard output; give the others a file, --format FORMAT=FILE.")]
    [InlineData("--format json=a --format html=a", "--format: a is written twice.")]
    public void A_wrong_option_says_what_is_right(string args, string error) => Assert.Equal([error], Parse(args).Parsed.Errors.Select(e => e.Message));

    [Fact]
    public void Files_are_written_whole_and_named()
    {
        var (output, error) = Write("--format json=out/a.json --format text");

        Assert.Equal(ReportFormat.Text.Write(SampleReports.Pets, false), output);
        Assert.Equal("7 findings, written to out/a.json.", error.TrimEnd());
        Assert.Equal(ReportFormat.Find("json")!.Write(SampleReports.Pets, false), bench.Read("out/a.json"));
        Assert.Equal(["a.json"], bench.Names("out"));
    }

    [Fact]
    public void Only_text_on_a_terminal_has_colours()
    {
        Assert.Contains("\u001b[", Write("--format text=a.txt --format text", isTerminal: true).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", bench.Read("a.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", Write("", isTerminal: true, noColor: "1").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", Write("").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named()
    {
        bench.Write("file", "");

        var failure = Assert.Throws<KilnFailure>(() => Write("--format json=file/a.json"));

        Assert.Equal(ExitCodes.Usage, failure.ExitCode);
        Assert.StartsWith("cannot write file/a.json: ", failure.Message, StringComparison.Ordinal);
    }

    private (string Out, string Error) Write(string args, bool isTerminal = false, string? noColor = null)
    {
        var (parsed, options) = Parse(args);
        using var output = new StringWriter();
        using var error = new StringWriter();
        ReportOutput.WriteAll(new(output, error, isTerminal, bench.Root, noColor), options.Read(parsed), SampleReports.Pets, TestContext.Current.CancellationToken);
        return (output.ToString(), error.ToString());
    }

    private static (ParseResult Parsed, ReportOptions Options) Parse(string args)
    {
        var options = new ReportOptions();
        var command = new Command("diff");
        options.AddTo(command);
        return (command.Parse(args.Split(' ', StringSplitOptions.RemoveEmptyEntries)), options);
    }
}
