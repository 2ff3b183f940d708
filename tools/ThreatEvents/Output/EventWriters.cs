using ThreatEvents.CommandLine;
using ThreatEvents.Output.Table;
using ThreatEvents.Running;

namespace ThreatEvents.Output;

/// <summary>The writer for what was asked for and where it goes.</summary>
internal static class EventWriters
{
    public static IEventWriter For(CommandInput input, IOutput output, Surroundings surroundings)
    {
        var isForTerminal = surroundings.OutputIsTerminal && input.OutputFile is null;

        return input.Format switch
        {
            OutputFormat.JsonLines => new JsonLinesWriter(output),
            OutputFormat.Csv => new CsvWriter(output, isForTerminal),
            _ when isForTerminal => new TableWriter(output, new TerminalTable(surroundings.Width, surroundings.WantsColours), surroundings.Width),
            _ => new TableWriter(output, new PlainTable(), width: null),
        };
    }
}
