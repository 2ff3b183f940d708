using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Support;
using static Kiln.Runtime.Tests.Faults.Table.Parts;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>Statuses that are no success, with bodies of all kinds, and what is retried of them.</summary>
internal static class StatusFaults
{
    // Also those that no standard names.
    private static readonly int[] Statuses = [.. Enumerable.Range(400, 112), 520, 525, 599, 600, 999];

    private static readonly int[] SomeStatuses = [400, 401, 403, 404, 408, 429, 431, 500, 502, 503, 504, 511, 600, 999];

    private static readonly string[] Retried =
        ["429 Too Many Requests", "408 Request Timeout", "500 Internal Server Error", "502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout"];

    public static IReadOnlyList<Fault> All { get; } =
    [
        Each("each status from 400 with HTML", Statuses, s => Reply.Of(s, "text/html", Ascii("<html><h1>No</h1></html>"))),
        Each("error of the document's form", SomeStatuses, s => Reply.Of(s, "application/json", Ascii("""{"errors":[{"code":4010010,"title":"No"}]}"""))),
        Each("each status from 400 with other JSON", Statuses, s => Reply.Of(s, "application/json", Ascii("""{"message":"no","errors":7}"""))),
        Each("error whose body is a page", SomeStatuses, s => Reply.Of(s, "application/json", Ascii(Page3))),
        Each("each status from 400 with no body", Statuses, s => Reply.Empty(s)),
        Each("error with a body that is cut", SomeStatuses, s => Reply.Head(s, "Content-Length: 1000").Then("half").Close()),
        Each("error with a body of 100 MB", SomeStatuses, s => Reply.Head(s, "Content-Length: 104857600", "Content-Type: application/json").Then(Long())) with { MaxBytes = OneErrorBody },
        Each("error with a body without end", SomeStatuses, s => Reply.Head(s, "Content-Type: text/plain; charset=utf-16").Then(Long(length: long.MaxValue))) with { MaxBytes = OneErrorBody },
        new("status that is retried, without end", Forever(), new Expectation(Ways.Reads, 0, Outcome.ResponseDetails())) { Requests = 4 },
        new("408, 500, 502, 503 or 504 to a POST", [.. Forever().Skip(1)], new Expectation(Ways.Post, 0, Outcome.ResponseDetails())) { Requests = 1 },
        new("429 to a POST", [.. Forever().Take(1)], new Expectation(Ways.Post, 0, Outcome.ResponseDetails(429))) { Requests = 4 },
        new("status that is retried, then a page", [.. Retried.Select(s => Once(s, Reply.Empty(s)))], new Expectation(Ways.Reads, 3, Outcome.Value)) { Requests = 2 },
        new("`Retry-After` of 0 or of the past", [.. new[] { "0", "Wed, 21 Oct 2015 07:28:00 GMT", "Wednesday, 21-Oct-15 07:28:00 GMT" }.Select(After)], new Expectation(Ways.Reads, 3, Outcome.Value)) { Requests = 2 },
        new("`Retry-After` that is no time", [.. new[] { "", "soon", "-5", "1.5", "0x10", "Feb 31", "0, 0", "\"0\"" }.Select(After)], new Expectation(Ways.Reads, 3, Outcome.Value)) { Requests = 2 },
        new("two of `Retry-After`", Once("two", Reply.Empty(Retried[0], "Retry-After: 0", "Retry-After: 0")).Script, new Expectation(Ways.Reads, 3, Outcome.Value)) { Requests = 2 },
        new("`Retry-After` of hours or years", [.. LongTimes.Select(After)], new Expectation(Ways.Reads, 0, Outcome.ResponseDetails(429))) { Requests = 1, MaxTime = TimeSpan.FromSeconds(5) },
        new("informational answers before the page", Reply.Raw(string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 20))).Then([.. Reply.Json(Page3).Parts]), new Expectation(Ways.Reads, 3, Outcome.Value)),
        new("success that is an HTML page", [.. new[] { "200 OK", "203 Non-Authoritative" }.Select(s => new Variant(s, Reply.Of(s, "text/html", Ascii("<!DOCTYPE html><title>Sign in</title>"))) { Status = Status(s) })], new Expectation(Ways.Reads, 0, Outcome.BodyError(null))),
        new("success without a body", [.. new[] { "204 No Content", "205 Reset Content" }.Select(s => new Variant(s, Reply.Empty(s)) { Status = Status(s) })], new Expectation(Ways.Reads, 0, Outcome.BodyError(null))),
        new("other success with a page", [.. new[] { "201 Created", "203 Non-Authoritative", "206 Partial Content", "299 What" }.Select(s => new Variant(s, Reply.Of(s, "application/json", Ascii(Page3))))], new Expectation(Ways.Reads, 3, Outcome.Value)),
    ];

    private static string[] LongTimes => ["7200", "2147483647", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT", DateTimeOffset.UtcNow.AddHours(2).ToString("R")];

    private static Fault Each(string name, int[] statuses, Func<string, Reply> reply) => new(
        name,
        [.. statuses.Select(s => new Variant($"{s}", reply($"{s} No")) { Status = s })],
        new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ResponseDetails()));

    private static IReadOnlyList<Variant> Forever() => [.. Retried.Select(s => new Variant(s, Reply.Empty(s)) { Status = Status(s) })];

    private static Variant After(string time) => Once(time, Reply.Empty(Retried[0], "Retry-After: " + time));

    private static Variant Once(string name, Reply first) => new(name, asked => asked.Number == 0 ? first : Reply.Json(Page3));

    private static int Status(string status) => int.Parse(status.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);
}
