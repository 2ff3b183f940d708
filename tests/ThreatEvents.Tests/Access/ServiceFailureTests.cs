using System.Net;
using System.Net.Sockets;
using System.Text;
using ThreatEvents.Tests.Support;

namespace ThreatEvents.Tests.Access;

public sealed class ServiceFailureTests
{
    private const string Json = "application/json";
    private const string Html = "text/html; charset=utf-8";

    [Theory]
    [InlineData(400, Json, """{"errors":[{"code":4000040,"detail":"limit: bad","title":"Validation Error"}]}""", "400 Bad Request: Validation Error (code 4000040): limit: bad.")]
    [InlineData(403, Json, """{"errors":[{"code":4030010,"detail":null,"title":"Insufficient permissions"}]}""", "403 Forbidden: Insufficient permissions (code 4030010). The token's user needs the permission Threats.view.")]
    [InlineData(404, Json, """{"errors":[{"code":4040010,"detail":"","title":"Requested resource was not found"}]}""", "404 Not Found: Requested resource was not found (code 4040010). Is 1569749506337035982 a threat of this console?")]
    [InlineData(500, Json, """{"errors":[{"code":5000010,"detail":"first","title":"Server Error"},{"code":500,"detail":null,"title":null}]}""", "500 Internal Server Error: Server Error (code 5000010): first; code 500.")]
    [InlineData(501, Json, """{"errors":[]}""", """501 Not Implemented: {"errors":[]}.""")]
    [InlineData(500, Json, """{"message":"another envelope"}""", """500 Internal Server Error: {"message":"another envelope"}.""")]
    [InlineData(500, Json, "{\"errors\":", "500 Internal Server Error: {\"errors\":.")]
    [InlineData(500, "text/plain", "two\n lines", "500 Internal Server Error: two lines.")]
    [InlineData(500, Json, "", "500 Internal Server Error.")]
    [InlineData(502, Html, "<html><head><title>502 Bad  Gateway</title></head><body>x</body></html>", "502 Bad Gateway: an HTML page, \"502 Bad Gateway\".")]
    [InlineData(500, Html, "<html><style>b{}</style><body><h1>It &amp; you</h1><script>evil()</script></body></html>", "500 Internal Server Error: an HTML page, \"It & you\".")]
    [InlineData(200, Html, "<!doctype html><title>Sign in</title>", "200 OK: an HTML page, \"Sign in\", which is not a page of events. Is this the console's address?")]
    [InlineData(200, Json, "", "answered 200 OK with a body ")]
    [InlineData(200, Json, """{"data":[{"id":"1""", "answered 200 OK with a body that cannot be read: ")]
    [InlineData(200, Json, "{}", "answered 200 OK with a body that cannot be read: ")]
    [InlineData(200, Json, "[]", "answered 200 OK with a body that cannot be read: ")]
    [InlineData(200, Json, "null", "answered 200 OK with a body that cannot be read: ")]
    [InlineData(200, Json, """{"pagination":{"nextCursor":{}},"data":[]}""", "answered 200 OK with a body that cannot be read: ")]
    [InlineData(200, Json, """{"errors":[{"code":5030010,"detail":"Try later","title":"Busy"}]}""", "returned 200 OK with an error instead of events: Busy (code 5030010): Try later.")]
    [InlineData(200, Json, """{"data":null,"errors":[{"code":1,"detail":null,"title":"No"}]}""", "returned 200 OK with an error instead of events: No (code 1).")]
    [InlineData(400, Json, """{"err\ud800":1,"errors":[{"ti\ud800":1,"title":"\u001b[2J\u200bx"}]}""", "400 Bad Request: \\u001b[2J\\u200bx.")]
    [InlineData(200, Json, """{"data":{"a":1}}""", "answered 200 OK with a body that cannot be read: ")]
    public async Task What_the_service_says_is_one_readable_sentence(int status, string contentType, string body, string expected)
    {
        await using var console = await ScriptedConsole.Always(status, contentType, body);

        var sentence = (await CommandRun.WithToken().Against(console.Address)).FailsInTheEnd(1);

        Assert.Contains(expected, sentence);
        Assert.Contains(console.Address.Authority, sentence);
        Assert.Single(sentence.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_count_fails_in_the_same_way()
    {
        await using var console = await ScriptedConsole.Always(500, Html, "<title>Oops</title>");

        Assert.Contains("500 Internal Server Error: an HTML page, \"Oops\".", (await CommandRun.WithToken().Against(console.Address, "--count")).Fails(1));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"errors":[{"code":1,"title":"No","detail":null}]}""")]
    public async Task A_count_of_what_is_no_page_is_not_nought(string body)
    {
        await using var console = await ScriptedConsole.Always(200, Json, body);

        Assert.Contains("200 OK with ", (await CommandRun.WithToken().Against(console.Address, "--count")).Fails(1));
    }

    [Fact]
    public async Task A_redirect_that_is_not_followed_is_told_with_its_reason()
    {
        await using var console = await ScriptedConsole.Always(301, Html, "", ("Location", "https://example.net/"));

        var sentence = (await CommandRun.WithToken().Against(console.Address)).Fails(1);

        Assert.Contains("answered 301 Moved Permanently (the redirect is not followed: it changes the scheme from http to https).", sentence);
        Assert.Contains($"Is {console.Address} the console's address?", sentence);
    }

    [Fact]
    public async Task Too_many_requests_are_tried_again_and_then_told()
    {
        await using var console = await ScriptedConsole.Always(429, Html, "<title>429 Too Many Requests</title>", ("Retry-After", "0"));

        var sentence = (await CommandRun.WithToken().Against(console.Address)).Fails(1);

        Assert.Contains("429 Too Many Requests: an HTML page, \"429 Too Many Requests\". Try again later.", sentence);
        Assert.Equal(4, console.Asked.Count);
        Assert.Equal(["(1 of 3)", "(2 of 3)", "(3 of 3)"], sentence.Split('\n').Where(line => line.Contains("retrying")).Select(line => line[^9..^1]));
        Assert.StartsWith($"{console.Address} returned 429 Too Many Requests; retrying (1 of 3).\n", sentence);
    }

    [Fact]
    public async Task A_long_body_is_cut_and_escape_sequences_in_it_are_not_obeyed()
    {
        await using var console = await ScriptedConsole.Always(500, "text/plain", "\u001b[31m" + new string('x', 100_000));

        var sentence = (await CommandRun.WithToken().Against(console.Address)).FailsInTheEnd(1);

        Assert.InRange(sentence.Length, 200, 300);
        Assert.DoesNotContain('\u001b', sentence);
    }

    [Fact]
    public async Task Pages_before_the_failure_are_written_in_whole_lines()
    {
        await using var console = await ScriptedConsole.StartAsync((number, context) => number == 0
            ? ScriptedConsole.Answer(context, 200, Json, Encoding.UTF8.GetBytes(ScriptedConsole.PageOf(["""{"id":"1"}""", """{"id":"2"}"""], next: "more")))
            : ScriptedConsole.Answer(context, 500, Json, []));

        var result = await CommandRun.WithToken().Against(console.Address, "--format", "jsonl");

        Assert.Equal(1, result.Code);
        Assert.Equal(["""{"id":"1"}""", """{"id":"2"}"""], result.Lines);
        Assert.Contains("500 Internal Server Error.\n2 events were written.", result.Error);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_told()
    {
        await using var console = await ScriptedConsole.StartAsync((_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Contains($"The connection to {console.Address} was lost: ", (await CommandRun.WithToken().Against(console.Address)).Fails(1));
    }

    [Fact]
    public async Task A_console_that_is_not_there_is_told()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var sentence = (await CommandRun.WithToken().Against(new Uri($"http://127.0.0.1:{port}"))).FailsInTheEnd(1);

        Assert.Equal($"http://127.0.0.1:{port}/ could not be reached: Connection refused.\n", sentence);
    }

    [Fact]
    public async Task A_console_without_tls_is_told()
    {
        await using var console = await ScriptedConsole.WithEvents();

        var sentence = (await CommandRun.WithToken().Against(new Uri($"https://127.0.0.1:{console.Address.Port}"))).Fails(1);

        Assert.Contains("no secure connection", sentence);
    }

    [Fact]
    public async Task A_threat_that_the_embedded_console_does_not_know_is_told_with_the_one_it_knows()
    {
        var sentence = (await CommandRun.Embedded("1569749506337035983")).Fails(1);

        Assert.Contains("404 Not Found", sentence);
        Assert.Contains("only has the threat 1569749506337035982", sentence);
    }
}
