using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Faults.Server;
using static Kiln.Runtime.Tests.Faults.Table.Parts;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>Connections that are refused, reset or silent, and answers that are no HTTP.</summary>
internal static class ConnectionFaults
{
    // A whole page would be longer: the first event of three is whole.
    private static readonly int InSecondEvent = Page3.IndexOf("\"id\":\"2\"", StringComparison.Ordinal);

    private static readonly ReadOptions Impatient = new() { BodyTimeout = TimeSpan.FromMilliseconds(150) };

    private static readonly ReadOptions Hurried = new() { CallTimeout = TimeSpan.FromMilliseconds(150) };

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("connection refused", Nothing, new Expectation(Ways.Reads, 0, Outcome.NoAnswer)) { Before = s => s.Refuse(), Requests = 0 },
        new("connection reset before the request", Nothing, new Expectation(Ways.Reads, 0, Outcome.NoAnswer)) { ResetsConnections = true, Requests = 0 },
        new("connection closed instead of an answer", Nothing.Close(), new Expectation(Ways.Reads, 0, Outcome.NoAnswer)),
        new("connection reset instead of an answer", Nothing.Reset(), new Expectation(Ways.Reads, 0, Outcome.NoAnswer)) { Requests = 4 },
        new("connection closed or reset instead of the first answer, then a page", [new("closed", asked => asked.Number == 0 ? Nothing.Close() : Reply.Json(Page3)), new("reset", asked => asked.Number == 0 ? Nothing.Reset() : Reply.Json(Page3))], new Expectation(Ways.Reads, 3, Outcome.Value)) { Requests = 2 },
        new("connection closed or reset instead of an answer to a POST", [new("closed", Nothing.Close()), new("reset", Nothing.Reset())], new Expectation(Ways.Post, 0, Outcome.NoAnswer)) { Requests = 1 },
        new("connection closed in the headers", Reply.Raw("HTTP/1.1 200 OK\r\nContent-Le").Close(), new Expectation(Ways.Reads, 0, Outcome.NoAnswer)),
        new("answer that is no HTTP", [.. NoHttp.Select(t => new Variant(t, Reply.Raw(t).Close()))], new Expectation(Ways.Reads, 0, Outcome.NoAnswer)),
        new("headers of 100 MB", Reply.Raw("HTTP/1.1 200 OK\r\n").Then(new Part.Repeated(Ascii("X-Long: " + new string('x', 8000) + "\r\n"), 100 * 128)).Close(), new Expectation(Ways.Reads, 0, Outcome.NoAnswer)),
        new("no answer within the call's time limit", Nothing.Then(new Part.Stall()), new Expectation(Ways.Reads | Ways.Post, 0, Outcome.TimedOut)) { Options = Hurried, Requests = 1 },
        new("headers that do not end within the call's time limit", Reply.Raw("HTTP/1.1 200 OK\r\nContent-Type: ").Then(new Part.Stall()), new Expectation(Ways.Reads | Ways.Post, 0, Outcome.TimedOut)) { Options = Hurried },
        new("informational answers without end", new Reply([new Part.Repeated(Ascii("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"), long.MaxValue)]), new Expectation(Ways.Reads, 0, Outcome.NoAnswer)),
        new("stall in the body", Reply.Head("200 OK", "Content-Length: 1000000").Then(Page3[..InSecondEvent]).Then(new Part.Stall()),
            new Expectation(Ways.Streams, 1, Outcome.BodyError(200, typeof(TimeoutException))), new Expectation(Ways.Whole, 0, Outcome.BodyError(200, typeof(TimeoutException)))) { Options = Impatient },
        new("stall before the body", Reply.Head("200 OK", "Content-Length: 1000000").Then(new Part.Stall()),
            new Expectation(Ways.Reads, 0, Outcome.BodyError(200, typeof(TimeoutException)))) { Options = Impatient },
        new("stall in the body of an error", Reply.Head("400 Bad Request", "Content-Length: 1000000").Then("half").Then(new Part.Stall()),
            new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ResponseDetails(400))) { Options = Impatient },
        new("reset in the body", Reply.Head("200 OK", "Content-Length: 1000000").Then(Page3[..InSecondEvent]).Reset(),
            new Expectation(Ways.Streams, 1, Outcome.BodyError(200, typeof(IOException))), new Expectation(Ways.Whole, 0, Outcome.BodyError(200, typeof(IOException)))),
        new("page a byte at a time", Reply.Head("200 OK", $"Content-Length: {Page3.Length}").Then(new Part.Drip(Ascii(Page3))), new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("white space a byte at a time, without end", Reply.Head("200 OK", "Content-Type: application/json").Then(Page3[..InSecondEvent]).Then(new Part.Drip(Ascii(" "), long.MaxValue, TimeSpan.FromMilliseconds(1))),
            new Expectation(Ways.Streams, 1, Outcome.BodyError(200, typeof(TimeoutException))), new Expectation(Ways.Whole, 0, Outcome.BodyError(200, typeof(TimeoutException))))
        {
            Options = Impatient,
        },
    ];

    private static string[] NoHttp =>
    [
        "SSH-2.0-OpenSSH_9.6\r\n", "\0\0\0\0\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "HTTP/1.1 200 OK\r\n: x\r\n\r\n",
        "<html>\r\n\r\n",
    ];

    private static Reply Nothing => new([]);
}
