using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Kiln.Tool.Commands;

/// <summary>System.CommandLine's help, then the examples of the command and the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction standard) : SynchronousCommandLineAction
{
    /// <summary>Help is given whatever else is wrong with the command line.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        standard.Invoke(parseResult);

        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in ExamplesOf(parseResult.CommandResult.Command))
            output.WriteLine($"  {example}");
        output.WriteLine();
        output.WriteLine(ExitCodes.Help);
        return ExitCodes.Done;
    }

    private static IEnumerable<string> ExamplesOf(Command command) =>
        command is Verb verb
            ? verb.Examples.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : command.Subcommands.OfType<Verb>().SelectMany(ExamplesOf);
}
