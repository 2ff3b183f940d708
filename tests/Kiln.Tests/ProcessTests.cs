using System.Diagnostics;

namespace Kiln.Tool.Tests;

/// <summary>What only the real process shows: exit codes, signals, bytes.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Version_is_told()
    {
        var run = await RunAsync("--version");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Out);
    }

    [Theory]
    [InlineData(ExitCodes.Usage)]
    [InlineData(ExitCodes.Usage, "check", "api.yaml", "--unknown")]
    [InlineData(ExitCodes.Usage, "check", "nowhere.yaml")]
    [InlineData(ExitCodes.Usage, "drift", "api.yaml", "--pinned", "nowhere")]
    [InlineData(ExitCodes.Done, "drift", "--help")]
    public async Task Exit_codes_leave_the_process(int exitCode, params string[] args) =>
        Assert.Equal(exitCode, (await RunAsync(args)).ExitCode);

    [Fact]
    public async Task Ctrl_C_ends_with_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in the file system and no SIGINT to send.");

        // A pipe nobody writes to keeps kiln reading; opening its other end waits until kiln has begun.
        var pipe = bench.PathOf("pipe.yaml");
        await RunProgramAsync("mkfifo", pipe);
        using var kiln = Start("check", pipe);
        await using var writer = await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);

        await RunProgramAsync("kill", "-INT", $"{kiln.Id}");
        var run = await EndAsync(kiln);

        Assert.Equal(ExitCodes.Cancelled, run.ExitCode);
        Assert.Equal("kiln: cancelled.", run.Error.TrimEnd());
    }

    private async Task<Outcome> RunAsync(params string[] args)
    {
        using var kiln = Start(args);
        return await EndAsync(kiln);
    }

    private Process Start(params string[] args) =>
        Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", typeof(KilnCommand).Assembly.Location, .. args])
        {
            WorkingDirectory = bench.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static async Task<Outcome> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Outcome(process.ExitCode, await output, await error);
    }

    private static async Task RunProgramAsync(string name, params string[] args)
    {
        using var program = Process.Start(name, args);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, program.ExitCode);
    }
}
