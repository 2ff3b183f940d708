using System.Globalization;
using System.Text;
using ThreatEvents.Access;
using ThreatEvents.CommandLine;
using ThreatEvents.Output;

namespace ThreatEvents.Running;

/// <summary>One reading: events from the service to the output, or their number.</summary>
internal sealed class Run(CommandInput input, ConsoleAccess console, IOutput output, Surroundings surroundings, Messages messages)
{
    private readonly EventSource source = new(console, input);
    private long written;

    public async Task<int> ToEndAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (input.CountOnly)
                await WriteCountAsync(cancellationToken).ConfigureAwait(false);
            else
                await WriteEventsAsync(cancellationToken).ConfigureAwait(false);

            output.Complete();
            if (!input.CountOnly)
                messages.SayAtTerminal($"{Events(written)}{(input.OutputFile is { } file ? $" in {file}" : "")}.");

            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            messages.Say($"Cancelled. {WhatIsWritten()}");
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (ServiceFailure.Describe(e, console) is { } sentence)
        {
            messages.Say(written == 0 ? sentence : $"{sentence}{Environment.NewLine}{WhatIsWritten()}");
            return ExitCode.ServiceError;
        }
        finally
        {
            messages.ClearProgress();
        }
    }

    private async Task WriteCountAsync(CancellationToken cancellationToken)
    {
        var count = await source.CountAsync(cancellationToken).ConfigureAwait(false);
        output.Write(Encoding.ASCII.GetBytes(count.ToString(CultureInfo.InvariantCulture) + "\n"));
    }

    private async Task WriteEventsAsync(CancellationToken cancellationToken)
    {
        var writer = EventWriters.For(input, output, surroundings);
        try
        {
            await CopyAsync(writer, cancellationToken).ConfigureAwait(false);
            Flush(writer);
            writer.Complete();
        }
        catch (Exception e) when (e is not (OutputException or ClosedPipeException))
        {
            // What has been read is worth having, whatever stopped the reading.
            Flush(writer, isBroken: true);
            throw;
        }
    }

    private async Task CopyAsync(IEventWriter writer, CancellationToken cancellationToken)
    {
        await using var events = source.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

        while (written < input.Max)
        {
            var next = events.MoveNextAsync();

            // The next page is on its way: a good moment to hand on what there is, and to say how far it is.
            if (!next.IsCompleted)
            {
                Flush(writer);
                messages.ShowProgress(written == 0 ? "Reading events…" : $"{Events(written)}…");
            }

            if (!await next.ConfigureAwait(false))
                return;

            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(events.Current);
            written++;
        }
    }

    private void Flush(IEventWriter writer, bool isBroken = false)
    {
        // On a terminal the table would be written into the line of the progress.
        messages.ClearProgress();
        writer.Flush(isBroken);
    }

    private string WhatIsWritten() => written == 0
        ? "Nothing was written."
        : $"{Events(written)} {(written == 1 ? "was" : "were")} written{(output.PartialFile is { } file ? $" to {file}" : "")}.";

    private static string Events(long count) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} event{(count == 1 ? "" : "s")}";
}
