using Kiln.Runtime.Tests.Faults.Server;
using static Kiln.Runtime.Tests.Faults.Table.Parts;

namespace Kiln.Runtime.Tests.Faults.Table;

/// <summary>Redirects of every kind (RFC 9110, section 15.4).</summary>
internal static class RedirectFaults
{
    private static readonly string[] Followed = ["301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"];

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("redirect to a relative URL", Each(_ => "/elsewhere"), new Expectation(Ways.Reads, 3, Outcome.Value)) { Requests = 2 },
        new("redirect to an absolute URL", Each(asked => new Uri(asked.Url, "/elsewhere").AbsoluteUri), new Expectation(Ways.Reads, 3, Outcome.Value)) { Requests = 2 },
        new("redirect to another origin", Each(asked => asked.Other.Value.Url.AbsoluteUri), new Expectation(Ways.Reads, 1, Outcome.Value)) { Requests = 1, Check = run => Assert.Single(run.Others) },
        new("redirect of a POST", [.. new[] { "307 Temporary Redirect", "308 Permanent Redirect" }.Select(s => new Variant(s, asked => asked.Number == 0 ? Reply.Empty(s, "Location: /elsewhere") : Reply.Empty("204 No Content")))],
            new Expectation(Ways.Post, 0, Outcome.Value)) { Requests = 2, Check = run => Assert.Single(run.Requests.Select(r => (r.Method, r.Body)).Distinct()) },
        new("five redirects in a row", asked => asked.Number < 5 ? Reply.Empty("302 Found", $"Location: /{asked.Number}") : Reply.Json(Page3), new Expectation(Ways.Reads, 3, Outcome.Value)) { Requests = 6 },
        new("six redirects in a row", asked => Reply.Empty("302 Found", $"Location: /{asked.Number}"), new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ResponseDetails(302))) { Requests = 6 },
        new("redirect to itself", [.. Followed.Select(s => new Variant(s, asked => Reply.Empty(s, $"Location: {asked.Request.Target}")) { Status = Status(s) })], new Expectation(Ways.Reads, 0, Outcome.ResponseDetails())),
        new("redirects in a circle", asked => Reply.Empty("307 Temporary Redirect", $"Location: /{asked.Number % 2}"), new Expectation(Ways.Reads, 0, Outcome.ResponseDetails(307))),
        new("redirect without a Location", [.. Followed.Select(s => new Variant(s, Reply.Empty(s)) { Status = Status(s) })], new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ResponseDetails())) { Requests = 1 },
        new("redirect with a Location that is empty or no URL", [.. BadLocations.Select(l => new Variant(l, Reply.Empty("302 Found", $"Location: {l}")) { Status = 302 })], new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ResponseDetails(302))) { Requests = 1 },
        new("redirect to another scheme", [.. OtherSchemes.Select(l => new Variant(l, Reply.Empty("302 Found", $"Location: {l}")) { Status = 302 })], new Expectation(Ways.Reads | Ways.Post, 0, Outcome.ResponseDetails(302))) { Requests = 1 },
        new("redirect status that is not followed", [.. new[] { "300 Multiple Choices", "304 Not Modified", "305 Use Proxy", "306 Unused", "399 What" }.Select(s => new Variant(s, Reply.Empty(s)) { Status = Status(s) })], new Expectation(Ways.Reads, 0, Outcome.ResponseDetails())),
    ];

    private static string[] BadLocations => ["", " ", "http://", "http://[", "http://%", "http:///x", "http://a:99999999/", "//"];

    private static string[] OtherSchemes => ["ftp://127.0.0.1/x", "file:///etc/passwd", "javascript:alert(1)", "data:application/json,{}", "ws://127.0.0.1/", "gopher://127.0.0.1/"];

    private static IReadOnlyList<Variant> Each(Func<Asked, string> location) =>
        [.. Followed.Select(s => new Variant(s, asked => asked.Number == 0 ? Reply.Empty(s, "Location: " + location(asked)) : Reply.Json(Page3)))];

    private static int Status(string status) => int.Parse(status.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);
}
