using ThreatEvents.Access;
using ThreatEvents.CommandLine;
using ThreatEvents.Output;
using ThreatEvents.Output.Resuming;
using ThreatEvents.Running;

namespace ThreatEvents;

/// <summary>The command from its arguments to its exit code; every failure ends here as a sentence.</summary>
internal static class ThreatEventsCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var messages = new Messages(surroundings);
        try
        {
            var definition = new CommandDefinition(surroundings.Width);
            var parsed = definition.Parse(arguments);
            if (definition.AsksForHelpOrVersion(parsed))
                return HelpOutput.Write(parsed, surroundings);

            var input = definition.Read(arguments, parsed, messages);
            using var output = input.OutputFile is null ? StreamOutput.Standard(surroundings.Output) : FileOutput.Open(input);
            if (input.Resume && IsComplete(input, output, messages))
                return ExitCode.Done;

            await using var console = await ConsoleAccess.OpenAsync(input, surroundings, messages, cancellationToken).ConfigureAwait(false);

            return await new Run(input, console, output, surroundings, messages).ToEndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (UsageException wrong)
        {
            messages.Say(wrong.Message);
            return ExitCode.Usage;
        }
        catch (OutputException unwritable)
        {
            messages.Say(unwritable.Message);
            return ExitCode.Usage;
        }
        catch (ClosedPipeException)
        {
            // The reader has what it wanted: `threat-events | head -1` is no failure.
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception unforeseen)
        {
            messages.Say(UnexpectedFailure.Describe(unforeseen));
            return ExitCode.ResponseDetails;
        }
    }

    /// <summary>Says from where a resumed run goes on.</summary>
    /// <returns>Whether there is nothing left to do.</returns>
    private static bool IsComplete(CommandInput input, IOutput output, Messages messages)
    {
        switch (output.ResumedFrom)
        {
            case { IsComplete: true, Events: var all }:
                messages.Say($"Everything was already read: {Count.Of(all)} in {input.OutputFile}.");
                return true;

            case null or { Events: 0 }:
                messages.Say($"There is no earlier run to continue: starting {input.OutputFile}.");
                return false;

            case { Events: var some }:
                messages.Say($"Continuing after {Count.Of(some)}.");
                return false;
        }
    }
}
