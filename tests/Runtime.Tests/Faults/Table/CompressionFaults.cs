using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Faults.Server;
using static Kiln.Runtime.Tests.Faults.Table.Parts;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>Compressed bodies: right, corrupt, and far larger than what was sent.</summary>
internal static class CompressionFaults
{
    private const long Gigabyte = 1L << 30;

    private static IReadOnlyList<string> Encodings => CompressionBomb.Encodings;

    private static readonly ReadOptions FourMegabytes = new() { MaxBodyBytes = 4 * 1024 * 1024 };

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("compressed page", [.. Encodings.Select(e => new Variant(e, Reply.Of("200 OK", "application/json", Compress(Ascii(Page3), e), $"Content-Encoding: {e}")))], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("corrupt compression", [.. Encodings.SelectMany(e => Corrupt(e).Select(c => new Variant($"{e}, {c.Name}", Reply.Of("200 OK", "application/json", c.Body, $"Content-Encoding: {e}"))))],
            new Expectation(Ways.Reads, 0, Outcome.BodyError())),
        new("corrupt compression of an error", [.. Encodings.SelectMany(e => Corrupt(e).Select(c => new Variant($"{e}, {c.Name}", Reply.Of("403 Forbidden", "application/json", c.Body, $"Content-Encoding: {e}"))))],
            new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ResponseDetails(403))),
        new("page that says it is compressed and is not", [.. Encodings.Select(e => new Variant(e, Reply.Json(Page3, $"Content-Encoding: {e}")))], new Expectation(Ways.Reads, 0, Outcome.BodyError())),
        new("compression that is not known", [.. new[] { "zstd", "compress", "x" }.Select(e => new Variant(e, Reply.Of("200 OK", "application/json", [1, 2, 3, 4], $"Content-Encoding: {e}")))], new Expectation(Ways.Reads, 0, Outcome.BodyError())),
        Bomb("1 GB of zeros, compressed", "", "\0", 0),
        Bomb("1 GB of white space, compressed", Start, " ", 0),
        Bomb("one text of 1 GB, compressed", Start + "{\"id\":\"", "x", 0),
        Bomb("1 GB of objects without fields, compressed", Start + "{}", ",{}", null) with { Options = new() { MaxBodyBytes = 1024 * 1024 }, MaxBytes = 200 * 1024 * 1024 },
        Bomb("1 GB of lists within lists, compressed", Start, "[", 0),
        Bomb("1 GB behind a page's items, compressed", "{\"data\":[],\"x\":\"", "x", 0),
        new("1 GB of zeros, compressed, as an error", [.. Encodings.Select(e => new Variant(e, Zeros(e, "403 Forbidden")))], new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ResponseDetails(403))) { MaxBytes = OneErrorBody },
        new("1 GB of zeros, compressed, as an answer that is retried", [.. ZerosThenPage(["429 Too Many Requests", "503 Service Unavailable", "504 Gateway Timeout"], "Retry-After: 0")], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("1 GB of zeros, compressed, as an answer that is redirected", [.. ZerosThenPage(["302 Found", "308 Permanent Redirect"], "Location: /elsewhere")], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("1 GB of zeros, compressed, without a body being expected", [.. Encodings.Select(e => new Variant(e, Zeros(e, "200 OK")))], new Expectation(Ways.Post, 0, Outcome.Value)),
        new("broken body of an answer that is retried", [.. Broken("429 Too Many Requests", "Retry-After: 0")], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("broken body of an answer that is redirected", [.. Broken("302 Found", "Location: /elsewhere")], new Expectation(Ways.Reads, 3, Outcome.Value)),
        // Once only: .NET waits two seconds for the rest before it closes the connections.
        new("stalled body of an answer that is retried, then of one that is redirected", asked => asked.Number switch
        {
            0 => Stalled("429 Too Many Requests", "Retry-After: 0"),
            1 => Stalled("302 Found", "Location: /elsewhere"),
            _ => Reply.Json(Page3),
        }, new Expectation(Ways.GetAll, 3, Outcome.Value)) { Requests = 3 },
    ];

    private static string Start => "{\"pagination\":{\"nextCursor\":null,\"totalItems\":1},\"data\":[";

    private static Fault Bomb(string name, string first, string repeated, int? items) => new(
        name,
        [.. Encodings.Select(e => new Variant(e, Reply.Head("200 OK", "Content-Type: application/json", $"Content-Encoding: {e}").Then(CompressionBomb.Of(e, first, repeated, Gigabyte)).Close()))],
        new Expectation(Ways.Streams, items, Outcome.BodyError()),
        new Expectation(Ways.Whole, 0, Outcome.BodyError()))
    {
        Options = FourMegabytes,
        // A buffer that doubles, what an item becomes, and what the exception shows.
        MaxBytes = 64 * 1024 * 1024,
    };

    private static Reply Zeros(string encoding, string status, params string[] headers) =>
        Reply.Head(status, [$"Content-Encoding: {encoding}", .. headers]).Then(CompressionBomb.Of(encoding, "", "\0", Gigabyte)).Close();

    private static IEnumerable<Variant> ZerosThenPage(string[] statuses, string header) =>
        statuses.SelectMany(s => Encodings.Select(e => ThenPage($"{s}, {e}", Zeros(e, s, header))));

    private static Reply Stalled(string status, string header) => Reply.Head(status, header, "Content-Length: 1000").Then("x").Then(new Part.Stall());

    private static Variant ThenPage(string name, Reply first) => new(name, asked => asked.Number == 0 ? first : Reply.Json(Page3));

    private static IEnumerable<Variant> Broken(string status, string header)
    {
        foreach (var encoding in Encodings)
            yield return ThenPage($"corrupt {encoding}", Reply.Of(status, null, Corrupt(encoding).First().Body, header, $"Content-Encoding: {encoding}"));
        yield return ThenPage("cut", Reply.Head(status, header, "Content-Length: 1000").Then("x").Close());
        yield return ThenPage("reset", Reply.Head(status, header, "Content-Length: 1000").Then("x").Reset());
        yield return ThenPage("bad chunks", Reply.Head(status, header, "Transfer-Encoding: chunked").Then("zz\r\n").Close());
        yield return ThenPage("100 MB", Reply.Head(status, header, "Content-Length: 104857600").Then(Long()));
    }

    private static IEnumerable<(string Name, byte[] Body)> Corrupt(string encoding)
    {
        var whole = Compress(Ascii(Page3), encoding);
        yield return ("from the first byte", [.. whole.Select(b => (byte)~b)]);
        yield return ("in the middle", [.. whole[..30], .. whole[30..60].Select(b => (byte)~b), .. whole[60..]]);
    }
}
