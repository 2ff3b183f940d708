using System.Text;

namespace Kiln.Benchmarks.Data;

/// <summary>Pages of one threat's events, as bytes, as the service sends them: no white space, and escaped is only what JSON wants escaped.</summary>
internal static class EventPages
{
    public const int EventsPerPage = 1000;

    private const int Seed = 20211214;

    /// <summary>One page, as if there were no other.</summary>
    public static byte[] One(Platform platform, int events = EventsPerPage)
    {
        var threat = new Threat(platform, Seed);
        return Page(threat, events, null, events);
    }

    /// <summary>All pages of a run; the cursor of page n is <see cref="Cursor"/> of n.</summary>
    public static byte[][] Many(Platform platform, int pages)
    {
        var threat = new Threat(platform, Seed);
        return [.. Enumerable.Range(1, pages).Select(n => Page(threat, EventsPerPage, n == pages ? null : Cursor(n), pages * EventsPerPage))];
    }

    /// <summary>An opaque text as long as the service's.</summary>
    public static string Cursor(int page) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"agent_id:{58029380 + page:D8}"));

    private static byte[] Page(Threat threat, int events, string? nextCursor, int totalItems)
    {
        var json = new JsonText(events * 3000);
        json.Raw("{\"data\":");
        var before = "[";
        for (var i = 0; i < events; i++)
        {
            json.Raw(before);
            EventFields.Write(json, threat.NextEvent());
            before = ",";
        }
        json.Raw("],\"pagination\":{\"nextCursor\":");
        json.Value(nextCursor);
        json.Raw(",\"totalItems\":");
        json.Value(totalItems);
        json.Raw("}}");
        return json.ToUtf8();
    }
}
