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
        Description = "The threat whose events to read, a decimal number. Needed with --console; without it, the one threat that the embedded console knows.",
    };

    private readonly Option<string?> console = new("--console")
    {
        HelpName = "URL",
        Description = "The management console to ask, such as https://usea1.example.net. Without it, an embedded console on this machine answers with sample data.",
    };

    private readonly Option<string?> tokenFile = new("--token-file")
    {
        HelpName = "FILE",
        Description = "A file that holds the API token. Without it, the token is taken from SENTINELONE_API_TOKEN. It is never taken from an argument, where other users could see it.",
    };

    private readonly Option<string[]> eventTypes = new("--event-type")
    {
        HelpName = "TYPE",
        Description = $"Only events of these types: {KnownValues.List(KnownValues.EventTypes)}. Repeat it or join values with commas; case does not matter.",
    };

    private readonly Option<string[]> eventSubTypes = new("--event-sub-type")
    {
        HelpName = "TYPE",
        Description = $"Only events of these sub types, given in the same way: {KnownValues.List(KnownValues.EventSubTypes)}.",
    };

    private readonly Option<string?> processNameLike = new("--process-name-like")
    {
        HelpName = "TEXT",
        Description = "Only events of processes whose name has this text in it.",
    };

    private readonly Option<string?> eventId = new("--event-id")
    {
        HelpName = "KEY",
        Description = "Only events of the process with this key (processUniqueKey) and of its children.",
    };

    private readonly Option<string?> sortBy = new("--sort-by")
    {
        HelpName = "FIELD",
        Description = $"The field to sort by: {KnownValues.List(KnownValues.SortFields)}. The service sorts. [default: createdAt, or the service's own order where it refuses that or where --cursor is given]",
    };

    private readonly Option<string?> sortOrder = new("--sort-order")
    {
        HelpName = "ORDER",
        Description = $"The direction: {KnownValues.List(KnownValues.SortOrders)}. [default: asc]",
    };

    private readonly Option<string?> limit = new("--limit")
    {
        HelpName = "N",
        Description = "How many events to ask for in one request, 1 to 1000. It does not bound how many are read: --max does. [default: 1000, or --max if that is less]",
    };

    private readonly Option<string?> skip = new("--skip")
    {
        HelpName = "N",
        Description = "How many events to leave out at the start, 0 to 1000.",
    };

    private readonly Option<string?> cursor = new("--cursor")
    {
        HelpName = "CURSOR",
        Description = "Start at a page whose cursor (pagination.nextCursor) was kept from an earlier answer to the same query, or where the message of an earlier run says.",
    };

    private readonly Option<string?> max = new("--max")
    {
        HelpName = "N",
        Description = "Stop after this many events.",
    };

    private readonly Option<bool> count = new("--count")
    {
        Description = "Print only how many events there are.",
    };

    private readonly Option<string?> format = new("--format")
    {
        HelpName = "table|jsonl|csv",
        Description = "The shape of the output, see below. [default: as the ending of --output says (.csv, .jsonl, .ndjson, .json), or table]",
    };

    private readonly Option<string?> output = new("--output")
    {
        HelpName = "FILE",
        Description = "Write to a file, which appears when everything is in it. If reading ends early, what was read stays in FILE.partial, and --resume goes on from there.",
    };

    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Go on where an earlier run of the same command ended early, or was killed: FILE.partial is cut to what FILE.resume counts, and no event is lost or repeated. With nothing to go on with, it begins.",
    };

    private readonly HelpOption help = new("--help", "-h", "-?") { Description = "Show this help." };
    private readonly VersionOption version = new() { Description = "Show the version." };
    private readonly Command command;

    public CommandDefinition(int width)
    {
        help.Action = new HelpOutput(width);
        version.Action = new VersionOutput();
        command = new Command("threat-events", "Reads the events that SentinelOne recorded for one threat, all pages of them.")
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
            PageSize = (int?)Checks.Number("--limit", parsed.GetValue(limit), from: 1, to: 1000, "A page has at most 1000 events; --max says after how many to stop."),
            Skip = (int?)Checks.Number("--skip", parsed.GetValue(skip), from: 0, to: 1000, "Past 1000 events, the service goes by --cursor."),
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
