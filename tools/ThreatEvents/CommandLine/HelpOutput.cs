using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using ThreatEvents.Output;
using ThreatEvents.Running;

namespace ThreatEvents.CommandLine;

/// <summary>The help: what the parser knows of the options, and below it what a person wants to know besides.</summary>
internal sealed class HelpOutput(int width) : SynchronousCommandLineAction
{
    private const int NarrowestLine = 60;
    private const int WidestLine = 100;

    private const string Below = """

        Output:
          table  For reading: when, what, which process, on which machine. On a
                 terminal it fits the width and is coloured; in a pipe it is plain
                 aligned text. Control characters and characters that are not
                 seen show as escapes, such as \u200b.
          jsonl  For programs: one event a line, every field as the service sent
                 it, also fields that are not documented.
          csv    For spreadsheets: a header and every documented field (RFC 4180).
                 Empty text is "", no value is nothing. What a spreadsheet would
                 run as a formula (= + - @) or round (more than 15 digits, as all
                 ids have) gets a ' before it, as does text that begins with '.
                 Escapes as in the table, but lines and tabs stay in a file.
          Messages and progress go to standard error, progress only to a terminal.

        Files:
          FILE           appears when everything is in it.
          FILE.partial   holds what was read until then. It is never replaced: go
                         on with it by --resume, or delete it.
          FILE.resume    says where --resume goes on. It is gone when FILE is there.
          None of them may be a symbolic link.

        Environment:
          SENTINELONE_API_TOKEN  The API token for --console.
          NO_COLOR               No colours, if it is set.

        Exit codes:
          0    done, also when the reader of a pipe has had enough
          1    the service refused, failed or could not be reached
          2    wrong usage, or the output cannot be written
          130  cancelled with Ctrl-C; what was written is whole lines

        Examples:
          Look at the sample data of the embedded console:
            threat-events

          Every file of a threat, by way of jq:
            export SENTINELONE_API_TOKEN=...
            threat-events 1569749506337035982 --console https://usea1.example.net \
                --event-type file --format jsonl | jq -r .fileFullName

          The last twenty file and registry events:
            threat-events --event-type file,registry --sort-order desc --max 20

          What one process and its children did, for a spreadsheet:
            threat-events --event-id da7e026e-d34d-87c7-e3fa-4f67b761e4c9_22566 \
                --output scp.csv

          All events of a threat, in as many runs as it takes:
            threat-events 1569749506337035982 --console https://usea1.example.net \
                --output all.jsonl --resume

          How many DNS queries PowerShell made:
            threat-events --event-type dns --process-name-like powershell --count

        """;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpAction { MaxWidth = Math.Clamp(width, NarrowestLine, WidestLine) }.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.Write(Below.TrimStart('\n'));

        return ExitCode.Done;
    }

    /// <summary>Runs the action that was asked for, help or version, onto standard output.</summary>
    public static int Write(ParseResult parsed, Surroundings surroundings)
    {
        var text = new StringWriter { NewLine = "\n" };
        var code = parsed.Invoke(new InvocationConfiguration { Output = text, Error = surroundings.Error });

        StreamOutput.Standard(surroundings.Output).Write(Encoding.UTF8.GetBytes(WithoutTrailingSpaces(text.ToString())));
        return code;
    }

    /// <summary>The parser's own help leaves spaces where it breaks a line.</summary>
    private static string WithoutTrailingSpaces(string text) => string.Join('\n', text.TrimEnd().Split('\n').Select(line => line.TrimEnd())) + "\n";
}
