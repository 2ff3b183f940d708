using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Faults.Server;
using static Kiln.Runtime.Tests.Faults.Table.Parts;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>Compressed bodies: right, corrupt, and far larger than what was sent.</summary>
internal static class CompressionFaults
{
    private const long Gigabyte = 1L << 30;

    private static readonly string[] Encodings = ["gzip", "deflate", "br"];

    private static readonly ReadOptions FourMegabytes = new() { MaxBodyBytes = 4 * 1024 * 1024 };

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("compressed page", [.. Encodings.Select(e => new Variant(e, Reply.Of("200 OK", "application/json", Compress(Ascii(Page3), e), $"Content-Encoding: {e}")))], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("corrupt compression", [.. Encodings.SelectMany(e => Corrupt(e).Select(c => new Variant($"{e}, {c.Name}", Reply.Of("200 OK", "application/json", c.Body, $"Content-Encoding: {e}"))))],
            new Expectation(Ways.Reads, 0, Outcome.BodyError())),
        new("corrupt compression of an error", [.. Encodings.SelectMany(e => Corrupt(e).Select(c => new Variant($"{e}, {c.Name}", Reply.Of("403 Forbidden", "application/json", c.Body, $"Content-Encoding: {e}"))))],
            new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ServiceError(403))),
        new("page that says it is compressed and is not", [.. Encodings.Select(e => new Variant(e, Reply.Json(Page3, $"Content-Encoding: {e}")))], new Expectation(Ways.Reads, 0, Outcome.BodyError())),
        new("compression that is not known", [.. new[] { "zstd", "compress", "x" }.Select(e => new Variant(e, Reply.Of("200 OK", "application/json", [1, 2, 3, 4], $"Content-Encoding: {e}")))], new Expectation(Ways.Reads, 0, Outcome.BodyError())),
        Bomb("gzip of 1 GB of zeros", GzipBomb("", "\0", Gigabyte), 0),
        Bomb("gzip of 1 GB of white space", GzipBomb(Start, " ", Gigabyte), 0),
        Bomb("gzip of one text of 1 GB", GzipBomb(Start + "{\"id\":\"", "x", Gigabyte), 0),
        Bomb("gzip of 1 GB of objects without fields", GzipBomb(Start + "{}", ",{}", Gigabyte), null) with { MaxBytes = 600 * 1024 * 1024 },
        Bomb("gzip of 1 GB of lists within lists", GzipBomb(Start, "[", Gigabyte), 0),
        Bomb("gzip of 1 GB behind a page's items", GzipBomb("{\"data\":[],\"x\":\"", "x", Gigabyte), 0),
        new("gzip of 1 GB of zeros as an error", Answer("403 Forbidden"), new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ServiceError(403))) { MaxBytes = OneErrorBody },
        new("gzip of 1 GB of zeros as an answer that is retried", [.. new[] { "429 Too Many Requests", "503 Service Unavailable", "504 Gateway Timeout" }.Select(s => ThenPage(s, Answer(s, "Retry-After: 0")))],
            new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("gzip of 1 GB of zeros as an answer that is redirected", [.. new[] { "302 Found", "308 Permanent Redirect" }.Select(s => ThenPage(s, Answer(s, "Location: /elsewhere")))], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("gzip of 1 GB of zeros without a body being expected", Answer("200 OK"), new Expectation(Ways.Post, 0, Outcome.Value)),
        new("broken body of an answer that is retried", [.. Broken("429 Too Many Requests", "Retry-After: 0")], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("broken body of an answer that is redirected", [.. Broken("302 Found", "Location: /elsewhere")], new Expectation(Ways.Reads, 3, Outcome.Value)),
    ];

    private static string Start => "{\"pagination\":{\"nextCursor\":null,\"totalItems\":1},\"data\":[";

    private static Fault Bomb(string name, Part[] body, int? items) =>
        new(name, Reply.Head("200 OK", "Content-Type: application/json", "Content-Encoding: gzip").Then(body).Close(), new Expectation(Ways.Streams, items, Outcome.BodyError()), new Expectation(Ways.Whole, 0, Outcome.BodyError()))
        {
            Options = FourMegabytes,
            // A buffer that doubles, what an item becomes, and what the exception shows.
            MaxBytes = 64 * 1024 * 1024,
        };

    private static Reply Answer(string status, params string[] headers) => Reply.Head(status, ["Content-Encoding: gzip", .. headers]).Then(GzipBomb("", "\0", Gigabyte)).Close();

    private static Variant ThenPage(string name, Reply first) => new(name, asked => asked.Number == 0 ? first : Reply.Json(Page3));

    private static IEnumerable<Variant> Broken(string status, string header)
    {
        foreach (var encoding in Encodings)
            yield return ThenPage($"corrupt {encoding}", Reply.Of(status, null, Corrupt(encoding).First().Body, header, $"Content-Encoding: {encoding}"));
        yield return ThenPage("cut", Reply.Head(status, header, "Content-Length: 1000").Then("x").Close());
        yield return ThenPage("reset", Reply.Head(status, header, "Content-Length: 1000").Then("x").Reset());
        yield return ThenPage("bad chunks", Reply.Head(status, header, "Transfer-Encoding: chunked").Then("zz\r\n").Close());
        yield return ThenPage("100 MB", Reply.Head(status, header, "Content-Length: 104857600").Then(Long()));
        yield return ThenPage("stall", Reply.Head(status, header, "Content-Length: 1000").Then("x").Then(new Part.Stall()));
    }

    private static IEnumerable<(string Name, byte[] Body)> Corrupt(string encoding)
    {
        var whole = Compress(Ascii(Page3), encoding);
        yield return ("from the first byte", [.. whole.Select(b => (byte)~b)]);
        yield return ("in the middle", [.. whole[..30], .. whole[30..60].Select(b => (byte)~b), .. whole[60..]]);
    }
}
