using Kiln.Generator.Emission;
using static Kiln.Tool.Tests.Workbench;

namespace Kiln.Tool.Tests.Commands;

public sealed class UsageTests : IDisposable
{
    private readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("Required command was not provided.", "kiln")]
    [InlineData("Unrecognized command or argument '--frobnicate'.", "kiln check", "check", "api.yaml", "--frobnicate")]
    [InlineData("Required argument 'SPEC' missing for command: 'check'.", "kiln check", "check")]
    [InlineData("Option '--output' is required.", "kiln generate", "generate", "api.yaml")]
    [InlineData("--output is empty.", "kiln generate", "generate", "api.yaml", "--output", "")]
    [InlineData("SPEC is empty.", "kiln check", "check", "")]
    public async Task A_wrong_command_line_says_why_and_where_help_is(string sentence, string helpOf, params string[] args)
    {
        var run = await bench.RunAsync(args);

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.Equal(
            [$"kiln: {sentence}", $"Try '{helpOf} --help'."],
            run.Error.TrimEnd().Split('\n', StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check", "--help")]
    [InlineData("generate", "--help")]
    [InlineData("build", "--help")]
    [InlineData("init", "--help")]
    [InlineData("names", "--help")]
    [InlineData("drift", "--help")]
    [InlineData("drift", "-h", "--unknown")]
    public async Task Help_has_usage_examples_and_exit_codes(params string[] args)
    {
        var run = await bench.RunAsync(args);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains(args.Length == 1 ? "kiln [command] [options]" : $"kiln {args[0]} <SPEC> [options]", run.Out, StringComparison.Ordinal);
        Assert.Contains($"  kiln {(args.Length == 1 ? "check" : args[0])} openapi.yaml", run.Out, StringComparison.Ordinal);
        Assert.Contains("  130  cancelled (Ctrl-C)", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_may_begin_with_an_at_sign()
    {
        bench.Write("@api.yaml", "openapi: 3.0.3\n");

        Assert.Equal(ExitCodes.Done, (await bench.RunAsync("check", "@api.yaml")).ExitCode);
    }

    [Fact]
    public async Task A_fault_of_the_generator_is_neither_drift_nor_a_wrong_document()
    {
        bench.Generate = (_, _, _) => throw new InvalidOperationException("what happened");

        var run = await bench.RunAsync("check", "api.yaml");

        Assert.Equal(ExitCodes.Fault, run.ExitCode);
        Assert.StartsWith("kiln: this is a bug in kiln, not in your document: System.InvalidOperationException: what happened", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_reaches_the_generator_and_is_told_apart()
    {
        using var source = new CancellationTokenSource();
        bench.Generate = (_, _, cancellationToken) =>
        {
            source.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            return Sdk(Array.Empty<SourceFile>());
        };

        var run = await bench.RunAsync(source.Token, "check", "api.yaml");

        Assert.Equal(new Outcome(ExitCodes.Cancelled, "", "kiln: cancelled." + Environment.NewLine), run);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_is_not_success()
    {
        using var error = new StringWriter();
        using var full = new StreamWriter(new FullDisk());
        var console = new KilnConsole(full, error, IsTerminal: false, bench.Root);

        var exitCode = await KilnCommand.RunAsync(["--help"], console, bench.Generate, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Usage, exitCode);
        Assert.Equal("kiln: cannot write the output: No space left on device", error.ToString().TrimEnd());
    }

    private sealed class FullDisk : MemoryStream
    {
        private bool isTold;

        public override void Write(ReadOnlySpan<byte> buffer) => Refuse();

        public override void Write(byte[] buffer, int offset, int count) => Refuse();

        // Once: StreamWriter tries again when it is disposed.
        private void Refuse()
        {
            if (isTold)
                return;
            isTold = true;
            throw new IOException("No space left on device");
        }
    }
}
