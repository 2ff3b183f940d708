using System.Globalization;
using Kiln.Runtime.Paging;

namespace ThreatEvents.CommandLine;

/// <summary>What each value may be, and the sentence for one that is not.</summary>
internal static class Checks
{
    public const string SeeHelp = "See threat-events --help.";

    /// <summary>To the parser, an option that it does not know is an argument like any other.</summary>
    public static void RefuseUnknownOption(IReadOnlyList<string> arguments, IReadOnlyList<string> known)
    {
        if (arguments.FirstOrDefault(argument => argument.StartsWith('-')) is { } unknown)
            throw new UsageException($"Unknown option '{unknown}'.{Suggestion.For(unknown.Split('=')[0], known)} {SeeHelp}");
    }

    public static string? ThreatId(string? text) =>
        text is null || (text.Length > 0 && text.All(char.IsAsciiDigit))
            ? text
            : throw new UsageException($"'{text}' is not a threat id: that is a decimal number, such as 1569749506337035982. {SeeHelp}");

    public static Uri? Console(string? text)
    {
        if (text is null)
            return null;

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            throw new UsageException($"--console takes a URL such as https://usea1.example.net, not '{text}'.");

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new UsageException("--console takes only the console's URL, without a user, a query or a fragment.");

        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
            throw new UsageException($"The API token is sent over https only. Use --console https://{address.Authority}.");

        return address;
    }

    public static long? Number(string option, string? text, long from, long to, string? advice = null)
    {
        if (text is null)
            return null;

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
            return number;

        var range = to == long.MaxValue ? $"of {from} or more" : $"from {from} to {to}";
        throw new UsageException($"{option} takes an integer {range}, not '{text}'.{(advice is null ? "" : " " + advice)}");
    }

    public static string? Cursor(string? value)
    {
        var text = NotEmpty("--cursor", value);
        return text is null || ResumeTokens.IsValid(text) ? text : throw new UsageException("The value of --cursor is damaged: it must be complete, as it was printed.");
    }

    /// <summary>An empty filter would be left out and give every event, which is not what a script with an unset variable meant.</summary>
    public static string? NotEmpty(string option, string? text) =>
        text is "" ? throw new UsageException($"The value of {option} is empty.") : text;

    public static void Together(CommandInput input)
    {
        if (input is { Console: not null, ThreatId: null })
            throw new UsageException("THREAT_ID is required with --console.");

        // Sample data must not be taken for the answer to a question that was meant for a real console.
        if (input is { Console: null, TokenFile: not null })
            throw new UsageException("--token-file requires --console; the embedded console needs no token.");

        if (input.CountOnly && (input.Max != long.MaxValue || input.Skip is not null || input.Cursor is not null))
            throw new UsageException("--count counts all matching events; it cannot be combined with --max, --skip or --cursor.");

        if (input is { Cursor: not null, Skip: not null })
            throw new UsageException("--cursor sets where to start; it cannot be combined with --skip.");

        if (input.Resume && input.OutputFile is null)
            throw new UsageException("--resume continues the file of an earlier run: specify it with --output.");

        if (input.Resume && input.CountOnly)
            throw new UsageException("--count cannot be combined with --resume.");
    }
}
