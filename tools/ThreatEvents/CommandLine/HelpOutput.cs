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
          table  For reading: time, type, process and machine. On a terminal it
                 fits the width and is colored; in a pipe it is plain aligned
                 text. Control characters and invisible characters are shown
                 as escapes, such as \u200b.
          jsonl  For programs: one event per line, every field as the service
                 sent it, including undocumented fields.
          csv    For spreadsheets: a header and every documented field (RFC 4180).
                 An empty string is "", a missing value is empty. Values that a
                 spreadsheet would run as a formula (= + - @) or round (more
                 than 15 digits, as in all ids) are prefixed with ', and so is
                 text that begins with '. Escapes as in the table, but a file
                 keeps line breaks and tabs.
          Messages and progress are written to standard error, progress only to a
          terminal.

        Files:
          FILE           is created when it is complete.
          FILE.partial   contains the events read so far. It is never replaced:
                         continue it with --resume, or delete it.
          FILE.resume    contains where --resume continues. It is deleted when
                         FILE is complete.
          None of them may be a symbolic link.

        Environment:
          SENTINELONE_API_TOKEN  The API token for --console.
          NO_COLOR               No colors, if it is set.

        Exit codes:
          0    success, also if the reader of a pipe closes it early
          1    the service rejected the request, failed or could not be reached
          2    invalid usage, or the output cannot be written
          130  cancelled with Ctrl-C; only complete lines were written

        Examples:
          Show the sample data of the embedded console:
            threat-events

          Every file of a threat, with jq:
            export SENTINELONE_API_TOKEN=...
            threat-events 1569749506337035982 --console https://usea1.example.net \
                --event-type file --format jsonl | jq -r .fileFullName

          The last twenty file and registry events:
            threat-events --event-type file,registry --sort-order desc --max 20

          The events of one process and its children, for a spreadsheet:
            threat-events --event-id da7e026e-d34d-87c7-e3fa-4f67b761e4c9_22566 \
                --output scp.csv

          All events of a threat, in as many runs as needed:
            threat-events 1569749506337035982 --console https://usea1.example.net \
                --output all.jsonl --resume

          The number of DNS queries of PowerShell:
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
