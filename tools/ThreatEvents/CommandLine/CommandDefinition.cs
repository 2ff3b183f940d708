using System.CommandLine;
using System.CommandLine.Help;
using ThreatEvents.Access;
using ThreatEvents.Running;

namespace ThreatEvents.CommandLine;

/// <summary>The argument and the options, as the help shows them, and how a parsed command line becomes a <see cref="CommandInput"/>.</summary>
/// <remarks>Every value is read as text: so one place decides what a wrong value is told.</remarks>
internal sealed class CommandDefinition
{
    private readonly Argument<string?> threatId = new("THREAT_ID")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The threat whose events to read, a decimal number. Required with --console; the embedded console has only one threat.",
    };

    private readonly Option<string?> console = new("--console")
    {
        HelpName = "URL",
        Description = "The URL of the management console, such as https://usea1.example.net. Without it, an embedded console on this machine returns sample data.",
    };

    private readonly Option<string?> tokenFile = new("--token-file")
    {
        HelpName = "FILE",
        Description = "A file that contains the API token. Without it, the token is read from SENTINELONE_API_TOKEN. It cannot be an argument, because other users could see it.",
    };

    private readonly Option<string[]> eventTypes = new("--event-type")
    {
        HelpName = "TYPE",
        Description = $"Only events of these types: {KnownValues.List(KnownValues.EventTypes)}. Can be repeated, or take values separated by commas; not case-sensitive.",
    };

    private readonly Option<string[]> eventSubTypes = new("--event-sub-type")
    {
        HelpName = "TYPE",
        Description = $"Only events of these subtypes, in the same format: {KnownValues.List(KnownValues.EventSubTypes)}.",
    };

    private readonly Option<string?> processNameLike = new("--process-name-like")
    {
        HelpName = "TEXT",
        Description = "Only events of processes whose name contains this text.",
    };

    private readonly Option<string?> eventId = new("--event-id")
    {
        HelpName = "KEY",
        Description = "Only events of the process with this key (processUniqueKey) and of its children.",
    };

    private readonly Option<string?> sortBy = new("--sort-by")
    {
        HelpName = "FIELD",
        Description = $"The field to sort by: {KnownValues.List(KnownValues.SortFields)}. The service sorts. [default: createdAt; the service's own order if it rejects that, or with --cursor]",
    };

    private readonly Option<string?> sortOrder = new("--sort-order")
    {
        HelpName = "ORDER",
        Description = $"The direction: {KnownValues.List(KnownValues.SortOrders)}. [default: asc]",
    };

    private readonly Option<string?> limit = new("--limit")
    {
        HelpName = "N",
        Description = "The number of events per request, 1 to 1000. To limit the total, use --max. [default: 1000, or --max if that is less]",
    };

    private readonly Option<string?> skip = new("--skip")
    {
        HelpName = "N",
        Description = "The number of events to skip at the start, 0 to 1000.",
    };

    private readonly Option<string?> cursor = new("--cursor")
    {
        HelpName = "CURSOR",
        Description = "Start at a cursor: the pagination.nextCursor of an earlier response to the same query, or the cursor in the message of an earlier run.",
    };

    private readonly Option<string?> max = new("--max")
    {
        HelpName = "N",
        Description = "Stop after this many events.",
    };

    private readonly Option<bool> count = new("--count")
    {
        Description = "Print only the number of events.",
    };

    private readonly Option<string?> format = new("--format")
    {
        HelpName = "table|jsonl|csv",
        Description = "The output format, see below. [default: by the extension of --output (.csv, .jsonl, .ndjson, .json), otherwise table]",
    };

    private readonly Option<string?> output = new("--output")
    {
        HelpName = "FILE",
        Description = "Write to a file, which is created when it is complete. If reading ends early, the events read so far remain in FILE.partial, and --resume continues from there.",
    };

    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Continue an earlier run of the same command that ended early or was killed: FILE.partial is truncated to the length in FILE.resume, and no event is lost or repeated. Without an earlier run, start a new one.",
    };

    private readonly HelpOption help = new("--help", "-h", "-?") { Description = "Show this help." };
    private readonly VersionOption version = new() { Description = "Show the version." };
    private readonly Command command;

    public CommandDefinition(int width)
    {
        help.Action = new HelpOutput(width);
        version.Action = new VersionOutput();
        command = new Command("threat-events", "Reads all events that SentinelOne recorded for one threat.")
        {
            threatId, console, tokenFile,
            eventTypes, eventSubTypes, processNameLike, eventId,
            sortBy, sortOrder, limit, skip, cursor, max,
            count, format, output, resume, help, version,
        };
    }

    /// <summary>Arguments that start with @ are values here, not files of further arguments.</summary>
    public ParseResult Parse(IReadOnlyList<string> arguments) =>
        command.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    public bool AsksForHelpOrVersion(ParseResult parsed) => parsed.Action is HelpOutput or VersionOutput;

    public CommandInput Read(IReadOnlyList<string> arguments, ParseResult parsed, Messages messages)
    {
        ApiToken.RefuseAsArgument(arguments);
        Checks.RefuseUnknownOption([parsed.GetValue(threatId) ?? "", .. parsed.UnmatchedTokens], [.. command.Options.Select(option => option.Name)]);
        if (parsed.Errors is [var first, ..])
            throw new UsageException($"{first.Message} {Checks.SeeHelp}");

        var input = new CommandInput
        {
            ThreatId = Checks.ThreatId(parsed.GetValue(threatId)),
            Console = Checks.Console(parsed.GetValue(console)),
            TokenFile = parsed.GetValue(tokenFile),
            EventTypes = KnownValues.Match("--event-type", parsed.GetValue(eventTypes), KnownValues.EventTypes, messages),
            EventSubTypes = KnownValues.Match("--event-sub-type", parsed.GetValue(eventSubTypes), KnownValues.EventSubTypes, messages),
            ProcessNameLike = Checks.NotEmpty("--process-name-like", parsed.GetValue(processNameLike)),
            EventId = Checks.NotEmpty("--event-id", parsed.GetValue(eventId)),
            SortBy = KnownValues.MatchOne("--sort-by", parsed.GetValue(sortBy), KnownValues.SortFields, messages),
            SortOrder = KnownValues.MatchOne("--sort-order", parsed.GetValue(sortOrder), KnownValues.SortOrders, messages),
            PageSize = (int?)Checks.Number("--limit", parsed.GetValue(limit), from: 1, to: 1000, "A page has at most 1000 events; to limit the total, use --max."),
            Skip = (int?)Checks.Number("--skip", parsed.GetValue(skip), from: 0, to: 1000, "To skip more than 1000 events, use --cursor."),
            Cursor = Checks.Cursor(parsed.GetValue(cursor)),
            Max = Checks.Number("--max", parsed.GetValue(max), from: 1, to: long.MaxValue) ?? long.MaxValue,
            CountOnly = parsed.GetValue(count),
            Format = Formats.Find(parsed.GetValue(format), parsed.GetValue(output)),
            OutputFile = Checks.NotEmpty("--output", parsed.GetValue(output)),
            Resume = parsed.GetValue(resume),
        };

        Checks.Together(input);
        return input;
    }
}
