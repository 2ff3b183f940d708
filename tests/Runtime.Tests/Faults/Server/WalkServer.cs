using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Faults.Server;

/// <summary>
/// A server of many walks: each threat has so many pages of so many events, and event n of threat t has the id <c>t.n</c>, so that every item can be checked.
/// </summary>
internal static partial class WalkServer
{
    /// <summary>Starts one.</summary>
    public static FaultServer Start(int pages, int eventsPerPage) => new(request =>
    {
        var (threat, page) = (Threat().Match(request.Target).Groups[1].Value, Number(Cursor().Match(request.Target).Groups[1].Value));
        return Page(threat, page, page + 1 < pages ? $"c{page + 1}" : null, eventsPerPage);
    });

    /// <summary>The id of an event.</summary>
    public static string Id(string threat, long number) => string.Create(CultureInfo.InvariantCulture, $"{threat}.{number}");

    private static Reply Page(string threat, int page, string? next, int count)
    {
        var body = Encoding.UTF8.GetBytes(Json.Page(next, [.. Enumerable.Range(page * count, count).Select(n => Id(threat, n))]));
        // In chunks, so that a walk is often cancelled in the middle of a body.
        var reply = Reply.Head("200 OK", "Content-Type: application/json", "Transfer-Encoding: chunked");
        foreach (var chunk in body.Chunk(2000))
            reply = reply.Then([.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8]);
        return reply.Then("0\r\n\r\n");
    }

    private static int Number(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("/threats/([^/]+)/")]
    private static partial Regex Threat();

    [GeneratedRegex("cursor=c([0-9]+)")]
    private static partial Regex Cursor();
}
