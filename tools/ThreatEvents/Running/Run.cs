using System.Globalization;
using System.Text;
using ThreatEvents.Access;
using ThreatEvents.CommandLine;
using ThreatEvents.Output;
using ThreatEvents.Output.Resuming;

namespace ThreatEvents.Running;

/// <summary>One reading: events from the service to the output, or their number.</summary>
internal sealed class Run(CommandInput input, ConsoleAccess console, IOutput output, Surroundings surroundings, Messages messages)
{
    private readonly EventSource source = new(console, input, output.ResumedFrom, messages, surroundings.RetryDelay);
    private ResumePoint reached = output.ResumedFrom ?? new ResumePoint();

    /// <summary>As far as the lines of all events have been handed on; what an output has of others when it fails is not to be relied on.</summary>
    private ResumePoint written = output.ResumedFrom ?? new ResumePoint();

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
                messages.SayAtTerminal($"{Count.Of(reached.Events)}{(input.OutputFile is { } file ? $" in {file}" : "")}.");

            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            messages.Say($"Cancelled. {Remains.Written(written, output)}");
            SayHowToGoOn();
            return ExitCode.Cancelled;
        }
        catch (OutputException unwritable)
        {
            messages.Say(unwritable.Message);
            SayRemains();
            return ExitCode.Usage;
        }
        catch (Exception e) when (e is not ClosedPipeException)
        {
            messages.Say(ServiceFailure.Describe(e, console) ?? UnexpectedFailure.Describe(e));
            SayRemains();
            return ExitCode.ResponseDetails;
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
            Keep(writer, isLast: true);
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
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var events = source.ReadAsync(reading.Token).GetAsyncEnumerator(reading.Token);

        while (reached.Events < input.Max)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = events.MoveNextAsync();

            // The next page is on its way: a good moment to hand on what there is, and to say how far it is.
            if (!next.IsCompleted)
            {
                try
                {
                    Flush(writer);
                    messages.ShowProgress(reached.Events == 0 ? "Reading events…" : $"{Count.Of(reached.Events)}…");
                }
                catch
                {
                    await EndAsync(reading, next.AsTask()).ConfigureAwait(false);
                    throw;
                }
            }

            if (!await next.ConfigureAwait(false))
                return;

            writer.Write(events.Current);

            // Now, and not when the lines are handed on: by then the source may be further along.
            reached = new ResumePoint { Events = reached.Events + 1, Place = source.Place, IsInTimeOrder = source.IsInTimeOrder };
            if (writer.IsFull)
                Flush(writer);
        }
    }

    // An iterator that is still at work cannot be disposed: it would throw, and that exception would take the place of the one that ends the run.
    private static async Task EndAsync(CancellationTokenSource reading, Task next)
    {
        await reading.CancelAsync().ConfigureAwait(false);
        await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Flush(IEventWriter writer, bool isBroken = false)
    {
        // On a terminal the table would be written into the line of the progress.
        messages.ClearProgress();
        if (writer.Flush(isBroken))
            Keep(writer, isBroken);
    }

    private void Keep(IEventWriter writer, bool isLast)
    {
        written = reached with { Widths = writer.Widths };
        output.Keep(written, isLast);
    }

    private void SayRemains()
    {
        if (written.Events > 0)
            messages.Say(Remains.Written(written, output));

        SayHowToGoOn();
    }

    private void SayHowToGoOn()
    {
        if (!input.CountOnly && Remains.HowToGoOn(input, written, output) is { } sentence)
            messages.Say(sentence);
    }
}
