using System.Text;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Support;
using static Kiln.Runtime.Tests.Faults.Table.Parts;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>Bodies of every charset, declared or not, and text that is not valid Unicode.</summary>
internal static class EncodingFaults
{
    // Letters that take one, two and four bytes in UTF-8; all but the last are in Latin-1.
    private static readonly string Text = Json.Page(null, "1", "2", "3").Replace("\"names\":[]", "\"names\":[\"é\"]", StringComparison.Ordinal);

    private static readonly UTF8Encoding Utf8 = new(false);
    private static readonly UnicodeEncoding Utf16 = new(false, false);
    private static readonly UnicodeEncoding Utf16BigEndian = new(true, false);
    private static readonly byte[] Mark = [0xef, 0xbb, 0xbf];

    public static IReadOnlyList<Fault> All { get; } =
    [
        Read("UTF-8", new("not declared", Answer("application/json", Utf8)), new("no media type", Answer(null, Utf8)), new("declared", Answer("application/json; charset=utf-8", Utf8)),
            new("quoted", Answer("application/json; charset=\"UTF-8\"", Utf8)), new("declared as ASCII", Answer("application/json; charset=us-ascii", Utf8)), new("as text/html", Answer("text/html", Utf8))),
        Read("UTF-8 with a byte order mark", new("not declared", Answer("application/json", Utf8, Mark)), new("declared", Answer("application/json; charset=utf-8", Utf8, Mark))),
        Read("UTF-16, declared", new("little-endian", Answer("application/json; charset=utf-16le", Utf16)), new("big-endian", Answer("application/json; charset=utf-16be", Utf16BigEndian)),
            new("little-endian with a mark", Answer("application/json; charset=utf-16", Utf16, [0xff, 0xfe])), new("big-endian with a mark", Answer("application/json; charset=utf-16be", Utf16BigEndian, [0xfe, 0xff]))),
        Read("Latin-1, declared", new Variant("", Answer("application/json; charset=iso-8859-1", Encoding.Latin1))),
        Refused("UTF-16, not declared", new("little-endian", Answer("application/json", Utf16)), new("big-endian", Answer("application/json", Utf16BigEndian)),
            new("little-endian with a mark", Answer("application/json", Utf16, [0xff, 0xfe])), new("big-endian with a mark", Answer("application/json", Utf16BigEndian, [0xfe, 0xff]))),
        Refused("charset that is not known", [.. new[] { "utf-7", "windows-1252", "x-what", "utf-8-sig", "0" }.Select(c => new Variant(c, Answer($"application/json; charset={c}", Encoding.Latin1)))]),
        Refused("UTF-16 of an odd number of bytes", new Variant("", Reply.Of("200 OK", "application/json; charset=utf-16le", Utf16.GetBytes(Text)[..^1]))),
        new("text that is not UTF-8, in a value", Reply.Of("200 OK", "application/json", Ascii(Text)), new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("unpaired surrogate in a value", [.. Surrogates.Select(s => new Variant(s, Reply.Json(With($"\"publisher\":\"evil{s}.exe\""))))], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("unpaired surrogate in an item's id", [.. Surrogates.Select(s => new Variant(s, Reply.Json(Page3.Replace("\"id\":\"2\"", $"\"id\":\"{s}\"", StringComparison.Ordinal))))], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("unpaired surrogate in an unknown field", [.. Surrogates.Select(s => new Variant(s, Reply.Json(With($"\"new\":[\"{s}\",1]"))))], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("unpaired surrogate in a name", [.. Surrogates.Select(s => new Variant(s, Reply.Json(With($"\"a{s}\":1"))))], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("unpaired surrogate in a name of the page", [.. Surrogates.SelectMany(s => new[] { Page3.Replace("{\"pagination\"", $"{{\"{s}\":1,\"pagination\"", StringComparison.Ordinal), Page3[..^1] + $",\"{s}\":[1]}}" }).Select(p => new Variant(p, Reply.Json(p)))],
            new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("unpaired surrogate in a name of a map", [.. Surrogates.Select(s => new Variant(s, Reply.Json(With($"\"counts\":{{\"{s}\":1}}"))))], new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("unpaired surrogate in a cursor", [.. Surrogates.Select(s => new Variant(s, Reply.Json(Json.Page(s, "1", "2", "3"))))],
            new Expectation(Ways.Walks, 3, Outcome.PagingError), new Expectation(Ways.Get, 3, Outcome.Value)),
        new("hostile text in a reason phrase", Reply.Raw("HTTP/1.1 400 \u001b[2J\u001b]0;x\u0007" + new string('x', 3000) + "\r\nContent-Length: 0\r\n\r\n"), new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ResponseDetails(400))),
        new("hostile text in an error's body", Reply.Of("400 Bad Request", "text/plain", Encoding.UTF8.GetBytes("\u001b[2J\u202e\u2028\0\r\nlevel=error " + new string('x', 100_000))), new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ResponseDetails(400))),
    ];

    private static string[] Surrogates => ["\\ud800", "\\udfff", "\\udc00\\ud800", "\\ud800\\ud800"];

    private static string With(string field) => Page3.Replace("\"id\":\"2\"", field + ",\"id\":\"2\"", StringComparison.Ordinal);

    private static Fault Read(string name, params Variant[] variants) => new(name, variants, new Expectation(Ways.Reads, 3, Outcome.Value));

    private static Fault Refused(string name, params Variant[] variants) => new(name, variants, new Expectation(Ways.Reads, 0, Outcome.BodyError()));

    private static Reply Answer(string? type, Encoding encoding, byte[]? mark = null) => Reply.Of("200 OK", type, [.. mark ?? [], .. encoding.GetBytes(Text)]);
}
