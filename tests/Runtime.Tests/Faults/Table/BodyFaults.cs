using System.Text;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Support;
using static Kiln.Runtime.Tests.Faults.Table.Parts;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>Bodies that end too early or too late: cut at every byte, of a wrong length, in bad chunks (RFC 9112, sections 6 and 7).</summary>
internal static class BodyFaults
{
    private const int Events = 20;

    /// <summary>A page of twenty events whose first is the longest, so that later ones are whole long before as many bytes as the first one's have come.</summary>
    private static readonly string Page20 =
        $$"""{"pagination":{"nextCursor":null,"totalItems":20},"data":[{"publisher":"{{new string('x', 120)}}","id":"1"},{{string.Join(",", Enumerable.Range(2, Events - 1).Select(i => $"{{\"id\":\"{i}\"}}"))}}]}""";

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("page cut at every byte, with its length", CutAtEachByte([$"Content-Length: {Page20.Length}"], Ascii(Page20)), Cut),
        new("page cut at every byte, without its length", CutAtEachByte([], Ascii(Page20)), Cut),
        new("page cut at every byte, in chunks", CutAtEachByte(["Transfer-Encoding: chunked"], Chunked(Page20, 100)), Cut),
        // How much a decompressor gives of what came is its own business.
        new("page cut at every byte of its gzip", [.. Cuts("gzip")], Cut),
        new("page cut at every byte of its Brotli", [.. Cuts("br")], Cut),
        new("page cut at every byte of its deflate", [.. Cuts("deflate")], Cut),
        new("length that is too long", Reply.Head("200 OK", $"Content-Length: {Page3.Length + 100}").Then(Page3).Close(),
            new Expectation(Ways.Streams, 3, Outcome.BodyError(200, typeof(IOException))), new Expectation(Ways.Whole, 0, Outcome.BodyError(200, typeof(IOException)))),
        new("length that is too short", Reply.Head("200 OK", $"Content-Length: {Page3.Length - 20}").Then(Page3).Close(),
            new Expectation(Ways.Streams, 2, Outcome.BodyError()), new Expectation(Ways.Whole, 0, Outcome.BodyError())),
        new("length of 0 before a page", Reply.Head("200 OK", "Content-Length: 0").Then(Page3).Close(), new Expectation(Ways.Reads, 0, Outcome.BodyError())),
        new("length that is larger than allowed", Reply.Head("200 OK", "Content-Length: 9000000000").Then(Page3), new Expectation(Ways.Reads, 0, Outcome.BodyError())),
        // .NET takes a length that is no number for none, and reads on to the end of the connection.
        new("length that is negative or no number", [.. new[] { "-1", "abc", "1e3", "99999999999999999999999" }.Select(l => new Variant(l, Reply.Head("200 OK", $"Content-Length: {l}").Then(Page3).Close()))],
            new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("two lengths that differ, the first one right", Reply.Head("200 OK", $"Content-Length: {Page3.Length}", "Content-Length: 10").Then(Page3).Close(), new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("two lengths that differ, the first one too short", Reply.Head("200 OK", "Content-Length: 10", $"Content-Length: {Page3.Length}").Then(Page3).Close(), new Expectation(Ways.Reads, 0, Outcome.BodyError())),
        new("chunks that are right", [new("one", ChunkedReply(Chunked(Page3, 10_000))), new("many", ChunkedReply(Chunked(Page3, 7))), new("a byte each", ChunkedReply(Chunked(Page3, 1)))],
            new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("chunks that are wrong", [.. BadChunks.Select(c => new Variant(c, ChunkedReply(Ascii(c)).Close()))], new Expectation(Ways.Reads, 0, Outcome.BodyError(200, typeof(IOException)))),
        new("end of the chunks missing", ChunkedReply(Chunked(Page3, 50)[..^5]).Close(),
            new Expectation(Ways.Streams, 3, Outcome.BodyError(200, typeof(IOException))), new Expectation(Ways.Whole, 0, Outcome.BodyError(200, typeof(IOException)))),
        new("empty body", [new("length 0", Reply.Json("")), new("no length", Reply.Head("200 OK").Close()), new("white space", Reply.Json(" \r\n\t"))], new Expectation(Ways.Reads, 0, Outcome.BodyError())),
        new("body of a hundred megabytes that is no JSON", Reply.Head("200 OK", "Content-Length: 104857600").Then(Long()), new Expectation(Ways.Reads, 0, Outcome.BodyError())) { MaxBytes = 300 * 1024 * 1024 },
        new("text behind the page", Reply.Json(Page3 + "{}"), new Expectation(Ways.Streams, 3, Outcome.BodyError()), new Expectation(Ways.Whole, 0, Outcome.BodyError())),
    ];

    private static Expectation[] Cut => [new(Ways.Streams, null, Outcome.BodyError()), new(Ways.Whole, 0, Outcome.BodyError())];

    private static string[] BadChunks => ["zz\r\n{}\r\n0\r\n\r\n", "-5\r\n{}\r\n0\r\n\r\n", "5\r\n{\"data\":[]}", "FFFFFFFFFFFFFFFFF\r\n{}", "\r\n", "2\r\n{}0\r\n\r\n", "0x2\r\n{}\r\n0\r\n\r\n"];

    /// <summary>One form for each byte that the body may end before. What was whole by then is counted in the bytes of the page itself.</summary>
    private static IReadOnlyList<Variant> CutAtEachByte(string[] headers, byte[] body)
    {
        var head = Reply.Head("200 OK", ["Content-Type: application/json", .. headers]);
        var headLength = ((Part.Bytes)head.Parts[0]).Content.Length;
        var isChunked = headers.Any(h => h.Contains("chunked", StringComparison.Ordinal));
        // The last bytes of chunks say that there are no more; a body that lacks them is cut as well.
        return [.. Enumerable.Range(0, body.Length).Select(cut => new Variant($"after {cut} bytes", head.Then(body).CutAt(headLength + cut)) { Items = WholeItems(isChunked ? Dechunked(body, cut) : cut) })];
    }

    private static IEnumerable<Variant> Cuts(string encoding)
    {
        var body = Compress(Ascii(Page20), encoding);
        var head = Reply.Head("200 OK", "Content-Type: application/json", $"Content-Encoding: {encoding}");
        // .NET does not miss the end of the compressed data where all that it decompresses to has come; the page is whole then.
        return Enumerable.Range(0, body.Length).TakeWhile(cut => Decompressed(body[..cut], encoding) < Page20.Length)
            .Select(cut => new Variant($"after {cut} bytes", head.Then(body[..cut]).Close()));
    }

    private static int WholeItems(int length)
    {
        var (count, end) = (0, Page20.IndexOf("\"data\":[", StringComparison.Ordinal));
        while (count < Events && (end = Page20.IndexOf('}', end + 1)) >= 0 && end < length)
            count++;
        return count;
    }

    private static byte[] Chunked(string text, int size) =>
        Encoding.ASCII.GetBytes(string.Concat(text.Chunk(size).Select(c => $"{c.Length:x}\r\n{new string(c)}\r\n")) + "0\r\n\r\n");

    /// <summary>How many bytes of the page are in the first bytes of its chunks. .NET hands out a chunk as far as it has come.</summary>
    private static int Dechunked(byte[] body, int cut)
    {
        var (at, length) = (0, 0);
        while (at < cut)
        {
            var line = body.AsSpan(at).IndexOf("\r\n"u8);
            var size = Convert.ToInt32(Encoding.ASCII.GetString(body, at, line), 16);
            length += Math.Clamp(cut - (at + line + 2), 0, size);
            at += line + 2 + size + 2;
        }
        return length;
    }

    private static Reply ChunkedReply(byte[] body) => Reply.Head("200 OK", "Content-Type: application/json", "Transfer-Encoding: chunked").Then(body);
}
