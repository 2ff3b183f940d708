using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Kiln.Generator.Changes;
using Kiln.Generator.Diagnostics;
using Kiln.Tool.Commands;
using Kiln.Tool.Comparing;
using Kiln.Tool.Documents;

namespace Kiln.Tool;

/// <summary>The <c>kiln</c> command line: its commands, and how a run ends.</summary>
internal static class KilnCommand
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, KilnConsole console, SdkGenerate generate, CancellationToken cancellationToken = default, FindChanges? find = null)
    {
        try
        {
            try
            {
                return await InvokeAsync(args, console, generate, find ?? ChangeFinder.Find, cancellationToken);
            }
            finally
            {
                // Here, and not when the process ends: a full disk behind `> file` must not look like success.
                console.Out.Flush();
            }
        }
        catch (KilnFailure failure)
        {
            // It may name a file that is called like a command of a terminal.
            console.Error.WriteLine($"kiln: {OneLine.Of(failure.Message)}");
            return failure.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return Cancelled(console);
        }
        catch (IOException refused)
        {
            // What commands do with files speaks for itself (Disk), so this is standard output.
            console.Error.WriteLine($"kiln: cannot write the output: {refused.Message}");
            return ExitCodes.Usage;
        }
        catch (Exception fault)
        {
            console.Error.WriteLine($"kiln: this is a bug in kiln, not in your document: {fault}");
            return ExitCodes.Fault;
        }
    }

    private static async Task<int> InvokeAsync(
        IReadOnlyList<string> args, KilnConsole console, SdkGenerate generate, FindChanges find, CancellationToken cancellationToken)
    {
        generate = ChosenSeverities.In(console, generate);
        // A path may begin with @; response files would take it apart.
        var parsed = Create(console, generate, find).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
            return RefuseUsage(parsed, console);

        var configuration = new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false };
        var exitCode = await parsed.InvokeAsync(configuration, cancellationToken);
        // Without an exception when the command did not notice Ctrl-C within two seconds: System.CommandLine then stops waiting.
        return exitCode == ExitCodes.Cancelled ? Cancelled(console) : exitCode;
    }

    private static int Cancelled(KilnConsole console)
    {
        Progress.Abandon(console);
        console.Error.WriteLine("kiln: cancelled.");
        return ExitCodes.Cancelled;
    }

    private static RootCommand Create(KilnConsole console, SdkGenerate generate, FindChanges find)
    {
        var root = new RootCommand("Checks OpenAPI documents, generates C# from them, builds it, lists and pins its names, and compares it with pinned files, another document or recorded traffic; adds them to projects.")
        {
            InitCommand.Create(console, generate),
            CheckCommand.Create(console, generate),
            GenerateCommand.Create(console, generate),
            BuildCommand.Create(console, generate),
            NamesCommand.Create(console),
            DriftCommand.Create(console, generate),
            DiffCommand.Create(console, find),
            ObserveCommand.Create(console),
        };
        root.HelpName = "kiln";

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples(console.IsTerminal ? new HelpAction() : new HelpAction { MaxWidth = 120 });
        return root;
    }

    private static int RefuseUsage(ParseResult parsed, KilnConsole console)
    {
        foreach (var error in parsed.Errors)
            console.Error.WriteLine($"kiln: {error.Message}");

        var command = parsed.CommandResult.Command is RootCommand ? "kiln" : $"kiln {parsed.CommandResult.Command.Name}";
        console.Error.WriteLine($"Try '{command} --help'.");
        return ExitCodes.Usage;
    }
}
