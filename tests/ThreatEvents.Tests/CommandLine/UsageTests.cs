using ThreatEvents.EmbeddedConsole;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("--nope", "Unknown option '--nope'")]
    [InlineData("--format jsonl --nope x", "Unknown option '--nope'")]
    [InlineData("1 2", "Unrecognized command or argument '2'")]
    [InlineData("abc", "'abc' is not a threat id")]
    [InlineData("help", "such as 1569749506337035982. See threat-events --help.")]
    [InlineData("--vers", "Unknown option '--vers'. Did you mean '--version'? See threat-events --help")]
    [InlineData("--event", "Unknown option '--event'. See threat-events --help")]
    [InlineData("-5", "Unknown option '-5'")]
    [InlineData("--limit", "Required argument missing for option: '--limit'")]
    [InlineData("--limit 0", "--limit takes an integer from 1 to 1000, not '0'")]
    [InlineData("--limit 1001", "to limit the total, use --max")]
    [InlineData("--limit ten", "--limit takes")]
    [InlineData("--limit 1 --limit 2", "--limit")]
    [InlineData("--skip 1001", "--cursor")]
    [InlineData("--skip -1", "--skip takes")]
    [InlineData("--max 0", "--max takes an integer of 1 or more, not '0'")]
    [InlineData("--max 99999999999999999999", "--max takes")]
    [InlineData("--format xml", "--format takes table, jsonl, csv, not 'xml'")]
    [InlineData("--event-type ,", "The value of --event-type is empty")]
    [InlineData("--console example.net 1", "--console takes a URL such as https://usea1.example.net, not 'example.net'")]
    [InlineData("--console ftp://example.net 1", "--console takes a URL")]
    [InlineData("--console http://example.net 1", "over https only")]
    [InlineData("--console https://u:p@example.net 1", "without a user")]
    [InlineData("--console https://example.net/?a=1 1", "without a user, a query or a fragment")]
    [InlineData("--console https://example.net", "THREAT_ID is required")]
    [InlineData("--console https://example.net 1", "set SENTINELONE_API_TOKEN, or use --token-file")]
    [InlineData("--token-file token.txt", "--token-file requires --console")]
    [InlineData("--count --max 3", "cannot be combined with --max")]
    [InlineData("--count --skip 3", "cannot be combined with")]
    [InlineData("--count --cursor x", "cannot be combined with")]
    [InlineData("--cursor x --skip 3", "cannot be combined with --skip")]
    [InlineData("--cursor kiln-resume.1.zzzz", "The value of --cursor is damaged")]
    [InlineData("--resume", "--resume continues the file of an earlier run: specify it with --output.")]
    [InlineData("--resume --count --output x", "--count cannot be combined with --resume")]
    [InlineData("--resume --output /dev/null", "is a device")]
    public async Task A_wrong_command_line_is_told_in_a_sentence(string arguments, string expected) =>
        Assert.Contains(expected, (await CommandRun.Embedded(arguments.Split(' '))).Fails(2));

    [Theory]
    [InlineData("--process-name-like")]
    [InlineData("--event-id")]
    [InlineData("--event-type")]
    [InlineData("--cursor")]
    [InlineData("--sort-by")]
    [InlineData("--output")]
    public async Task An_empty_value_is_no_value(string option) =>
        Assert.Equal($"The value of {option} is empty.\n", (await CommandRun.Embedded(option, "")).Fails(2));

    [Theory]
    [InlineData("--token")]
    [InlineData("--token=s3cret")]
    [InlineData("--api-token")]
    public async Task A_token_as_an_argument_is_refused_without_an_echo(string option)
    {
        var sentence = (await CommandRun.Embedded(option, "s3cret")).Fails(2);

        Assert.Contains("cannot be an argument", sentence);
        Assert.DoesNotContain("s3cret", sentence);
    }

    [Fact]
    public async Task Escape_sequences_in_arguments_are_not_obeyed_in_messages() =>
        Assert.DoesNotContain('\u001b', (await CommandRun.Embedded("\u001b[2J")).Fails(2));

    [Fact]
    public async Task A_wrong_command_line_starts_no_console() =>
        Assert.DoesNotContain("Sample data", (await CommandRun.Embedded(ConsoleServer.ThreatId, "--output", "/")).Fails(2));
}
