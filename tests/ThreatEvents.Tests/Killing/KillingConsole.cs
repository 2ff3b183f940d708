using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using ThreatEvents.EmbeddedConsole;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Killing;

/// <summary>A console that serves pages piece by piece, and kills the command that reads them when it has served a number of pieces.</summary>
/// <remarks>
/// The moment is random in two ways: which piece it is, and how far the command has come with it meanwhile, for it is not waited for.
/// </remarks>
internal sealed class KillingConsole : IAsyncDisposable
{
    private const int Piece = 4 * 1024;

    private static readonly string Command = Path.Combine(AppContext.BaseDirectory, "threat-events");

    private readonly IReadOnlyList<string[]> pages;
    private readonly Random random;
    private ScriptedConsole? console;
    private Process? victim;
    private int piecesLeft;
    private int spins;

    private KillingConsole(IReadOnlyList<string[]> pages, Random random) => (this.pages, this.random) = (pages, random);

    public Uri Address => console!.Address;

    public static async Task<KillingConsole> StartAsync(IReadOnlyList<string[]> pages, Random random)
    {
        var killing = new KillingConsole(pages, random);
        killing.console = await CursorConsole.StartAsync(pages, killing.ServeAsync);

        return killing;
    }

    /// <summary>Runs the command against this console until it is killed: when it has been served a number of pieces, or the last.</summary>
    /// <returns>How it ended; it may have been faster at its end than the signal.</returns>
    public async Task<KilledRun> RunAsync(params string[] arguments)
    {
        // Some die when all has been read, while the file is given its name.
        var isKilledAtEnd = random.Next(4) == 0;
        piecesLeft = isKilledAtEnd ? int.MaxValue : random.Next(1, 80);
        spins = random.Next(isKilledAtEnd ? 1_000_000 : 100_000);
        var start = new ProcessStartInfo(Command, [ConsoleServer.ThreatId, "--console", Address.AbsoluteUri, .. arguments]) { RedirectStandardError = true };
        start.Environment["SENTINELONE_API_TOKEN"] = ConsoleServer.Token;
        // Starting takes most of the time, and does not need the best of code.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";

        using var process = Process.Start(start)!;
        Volatile.Write(ref victim, process);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Volatile.Write(ref victim, null);

        const int Sigkill = 9;
        return new KilledRun(process.ExitCode == 128 + Sigkill, process.ExitCode, error);
    }

    public ValueTask DisposeAsync() => console?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<bool> ServeAsync(int page, HttpContext context)
    {
        context.Response.ContentType = "application/json";
        ReadOnlyMemory<byte> body = CursorConsole.BodyOf(pages, page);
        while (!body.IsEmpty && !context.RequestAborted.IsCancellationRequested)
        {
            var piece = body[..Math.Min(Piece, body.Length)];
            body = body[piece.Length..];
            if (Interlocked.Decrement(ref piecesLeft) == 0 || (page == pages.Count - 1 && body.IsEmpty))
                KillInAMoment();

            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }

        return true;
    }

    private void KillInAMoment()
    {
        if (Volatile.Read(ref victim) is not { } process)
            return;

        _ = Task.Run(
            () =>
            {
                Thread.SpinWait(spins);
                try
                {
                    process.Kill();
                }
                catch (InvalidOperationException)
                {
                    // It has ended by itself meanwhile.
                }
            },
            CancellationToken.None);
    }
}

/// <summary>How a run of the command ended.</summary>
internal sealed record KilledRun(bool IsKilled, int ExitCode, string Error);
