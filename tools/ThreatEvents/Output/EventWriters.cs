using ThreatEvents.CommandLine;
using ThreatEvents.Output.Csv;
using ThreatEvents.Output.Resuming;
using ThreatEvents.Output.Table;
using ThreatEvents.Running;

namespace ThreatEvents.Output;

/// <summary>The writer for what was asked for and where it goes.</summary>
internal static class EventWriters
{
    /// <param name="input">What was asked for.</param>
    /// <param name="output">Where the lines go.</param>
    /// <param name="surroundings">Whether that is a terminal, and which.</param>
    public static IEventWriter For(CommandInput input, IOutput output, Surroundings surroundings)
    {
        var from = output.ResumedFrom;
        var isForTerminal = surroundings.OutputIsTerminal && input.OutputFile is null;

        return input.Format switch
        {
            OutputFormat.JsonLines => new JsonLinesWriter(output),
            OutputFormat.Csv => new CsvWriter(output, isForTerminal, hasHeader: from is { Length: > 0 }),
            _ when isForTerminal => new TableWriter(output, new TerminalTable(surroundings.Width, surroundings.WantsColours), surroundings.Width, widths: null),
            _ => new TableWriter(output, new PlainTable(), width: null, from?.Widths),
        };
    }
}
