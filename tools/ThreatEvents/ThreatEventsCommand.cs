using ThreatEvents.Access;
using ThreatEvents.CommandLine;
using ThreatEvents.Output;
using ThreatEvents.Running;

namespace ThreatEvents;

/// <summary>The command from its arguments to its exit code; every failure that can be foreseen ends here as a sentence.</summary>
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
            using var output = input.OutputFile is { } file ? FileOutput.Open(file) : StreamOutput.Standard(surroundings.Output);
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
    }
}
