using Kiln.Runtime.Contracts;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Support;
using static Kiln.Runtime.Tests.Faults.Table.Parts;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>Pages that are none, pages without end, and JSON that is made to cost much.</summary>
internal static class PageFaults
{
    private const string Pagination = """
        "pagination":{"nextCursor":null,"totalItems":1}
        """;

    private const Ways WalksAndCount = Ways.Walks | Ways.Count;

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("page that is another value", [.. NoObjects.Select(Whole)], new Expectation(WalksAndCount | Ways.Get, 0, Outcome.BodyError())),
        new("page that is an object without anything", Whole("{}").Script, new Expectation(WalksAndCount, 0, Outcome.BodyError())),
        new("page that is the document's error", Whole("""{"errors":[{"code":4010010,"title":"No"}]}""").Script, new Expectation(WalksAndCount, 0, Outcome.BodyError())),
        new("page that is another object", [.. new[] { """{"message":"no"}""", """{"a":{"data":[]}}""", """{"Data":[],"Pagination":{}}""" }.Select(Whole)], new Expectation(WalksAndCount, 0, Outcome.BodyError())),
        new("page without what the document requires of it", [.. NoPagination.Select(Whole)], new Expectation(Ways.Walks, 0, Outcome.BodyError())),
        new("page without what the document requires of it, behind its items", Whole($$"""{"data":[{{Json.Event}}]}""").Script, new Expectation(Ways.Streams, 1, Outcome.BodyError()), new Expectation(Ways.ByPage, 0, Outcome.BodyError())),
        new("items that are no list", [.. new[] { "{}", "7", "\"x\"", "true" }.Select(v => Whole($"{{\"data\":{v},{Pagination}}}"))], new Expectation(Ways.Walks, 0, Outcome.BodyError())),
        new("items that are missing or null", [.. new[] { "", "\"data\":null," }.Select(d => Whole($"{{{d}{Pagination}}}"))], new Expectation(Ways.Reads | Ways.Count, 0, Outcome.Value)),
        new("items twice", [Whole($$"""{"data":[{{Json.Event}}],"data":[{{Json.Event}}],{{Pagination}}}""")], new Expectation(Ways.Streams, 1, Outcome.BodyError()), new Expectation(Ways.ByPage, 0, Outcome.BodyError())),
        new("items and then something else in their place", [.. new[] { "null", "{}", "7" }.Select(v => Whole($$"""{"data":[{{Json.Event}}],"data":{{v}},{{Pagination}}}"""))], new Expectation(Ways.Streams, 1, Outcome.BodyError()), new Expectation(Ways.ByPage, 0, Outcome.BodyError())),
        new("cursor that is no text", [.. new[] { "{}", "[]", "{\"a\":1}" }.Select(c => Whole(Before("", c)))], new Expectation(Ways.Walks, 0, Outcome.BodyError())),
        new("cursor that ends the paging", [.. new[] { "null", "\"\"", "\"null\"" }.Select(c => Whole(Before(Json.Event, c)))], new Expectation(Ways.Reads, 1, Outcome.Value)) { Requests = 1 },
        new("cursor that comes again", Paged(_ => "again"), new Expectation(Ways.Streams, 2, Outcome.PagingError), new Expectation(Ways.ByPage, 2, Outcome.PagingError), new Expectation(Ways.Get, 1, Outcome.Value)),
        new("cursors in a circle of five", Paged(n => $"c{n % 5}"), new Expectation(Ways.Walks, 6, Outcome.PagingError), new Expectation(Ways.Get, 1, Outcome.Value)),
        new("pages without items, without end", asked => Reply.Json(Json.Page($"c{asked.Number}")), new Expectation(Ways.Walks, 0, Outcome.PagingError)),
        new("cursor of four megabytes", [Whole(Json.Page(new string('c', 4_000_000), "1"))], new Expectation(Ways.Streams, 1, Outcome.PagingError), new Expectation(Ways.ByPage, 1, Outcome.PagingError), new Expectation(Ways.Get, 1, Outcome.Value)) { MaxBytes = 64 * 1024 * 1024 },
        new("nesting beyond the limit", [.. Deep.Select(d => Whole($$"""{"data":[{{Json.EventWith($"\"x\":{d}")}}],{{Pagination}}}"""))], new Expectation(Ways.Reads, 0, Outcome.BodyError())) { MaxBytes = 64 * 1024 * 1024 },
        new("nesting beyond the limit, beside the items", [.. Deep.Select(d => Whole($$"""{"x":{{d}},"data":[{{Json.Event}}],{{Pagination}}}"""))], new Expectation(Ways.Reads, 0, Outcome.BodyError())) { MaxBytes = 64 * 1024 * 1024 },
        new("objects without fields, many times what may be kept", Objects("{}", 400_000), new Expectation(Ways.Streams, 400_000, Outcome.Value), new Expectation(Ways.Whole, 0, Outcome.BodyError())) { Options = new() { MaxBodyBytes = 2 * 1024 * 1024 }, MaxBytes = 400_000L * 700 },
        new("lists of lists, many times what may be kept", Objects("{\"matrix\":[" + string.Join(",", Enumerable.Repeat("[]", 10_000)) + "]}", 100), new Expectation(Ways.Whole, 0, Outcome.BodyError())) { Options = new() { MaxBodyBytes = 4 * 1024 * 1024 }, MaxBytes = 256 * 1024 * 1024 },
    ];

    private static string[] NoObjects => ["[]", "null", "7", "true", "\"x\"", $"[{Json.Event}]"];

    private static string[] NoPagination => ["""{"data":[]}""", """{"data":null}""", """{"data":[],"pagination":null}""", """{"data":[],"pagination":[]}""", """{"data":[],"pagination":7}"""];

    private static string[] Deep =>
    [
        new string('[', 2000) + new string(']', 2000), string.Concat(Enumerable.Repeat("{\"a\":", 2000)) + "1" + new string('}', 2000), new string('[', 1_000_000),
        string.Concat(Enumerable.Repeat("{\"parent\":", 100_000)),
    ];

    private static string Before(string items, string cursor) => $"{{\"data\":[{items}],\"pagination\":{{\"nextCursor\":{cursor},\"totalItems\":1}}}}";

    private static Variant Whole(string json) => new(json.Length > 60 ? json[..60] : json, Reply.Json(json));

    private static Func<Asked, Reply> Paged(Func<int, string> cursor) => asked => Reply.Json(Json.Page(cursor(asked.Number), $"{asked.Number + 1}"));

    private static Reply Objects(string item, int count) => Reply.Head("200 OK", "Content-Type: application/json")
        .Then("{" + Pagination + ",\"data\":[" + item).Then(new Part.Repeated(Ascii(string.Concat(Enumerable.Repeat("," + item, 100))), count / 100 - 1))
        .Then(string.Concat(Enumerable.Repeat("," + item, 99)) + "]}").Close();
}
