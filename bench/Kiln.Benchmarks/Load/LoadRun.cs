using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kiln.Benchmarks.Data;
using Kiln.Benchmarks.Server;
using Kiln.Benchmarks.Subjects;
using Microsoft.AspNetCore.Http;

namespace Kiln.Benchmarks.Load;

/// <summary>
/// A million events over loopback, 1,000 a page, each id checked. Prints the time and the peak memory of the process, which is the server's as well. The pages
/// come from ten that are made beforehand, with another cursor each, so that serving them needs no memory.
/// </summary>
internal static class LoadRun
{
    private const int Made = 10;
    private const int Pages = 1000;
    private const int Events = Pages * EventPages.EventsPerPage;
    private const int EventsPerSample = 4700;

    /// <returns>The exit code: 1 if an event was missing, came twice or was another.</returns>
    public static async Task<int> RunAsync()
    {
        var made = EventPages.Many(Platform.Linux, Made).Select(Cut).ToArray();
        var ids = made.SelectMany(IdsOf).ToArray();
        var small = EventPages.One(Platform.Linux, 1);
        await using var server = await EventServer.StartAsync(query => query["limit"] == "1" ? [small] : Page(made, query["cursor"].ToString())).ConfigureAwait(false);
        using var paging = new Paging(server.Address);
        await paging.OursAsync(limit: 1).ConfigureAwait(false);

        var (before, live, peak, wrong) = (GC.GetTotalMemory(forceFullCollection: true), 0L, 0L, 0);
        var clock = Stopwatch.StartNew();
        var allocated = GC.GetTotalAllocatedBytes();
        var tally = await paging.OursAsync(
            (events, id) =>
            {
                if (id != ids[(events - 1) % ids.Length])
                    wrong++;
                if (events % EventsPerSample == 0)
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
                if (events % (Events / 10) == Events / 20)
                    live = Math.Max(live, GC.GetTotalMemory(forceFullCollection: true) - before);
            }).ConfigureAwait(false);

        var time = clock.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Print($"events read                        {tally.Events:N0}");
        Print($"events that were wrong             {wrong:N0}");
        Print($"bytes of JSON                      {made.Sum(m => (long)m.Length) * (Pages / Made) / 1e6:N0} MB");
        Print($"time                               {time:0.0} s ({tally.Events / time:N0} events a second)");
        Print($"allocated, with the server         {(GC.GetTotalAllocatedBytes() - allocated) / 1e6:N0} MB");
        Print($"peak of the heap beyond the start  {peak / 1e6:0.0} MB ({live / 1e6:0.0} MB of it live)");
        Print($"peak working set of the process    {process.PeakWorkingSet64 / 1e6:0} MB, {made.Sum(m => (long)m.Length) / 1e6:0} MB of it the server's pages");
        return wrong == 0 && tally.Events == Events ? 0 : 1;
    }

    private static IReadOnlyList<ReadOnlyMemory<byte>> Page(byte[][] made, string cursor)
    {
        var page = cursor.Length == 0 ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var next = page + 1 < Pages ? $"\"{page + 1}\"" : "null";
        return [made[page % Made], Encoding.ASCII.GetBytes($"\"pagination\":{{\"nextCursor\":{next},\"totalItems\":{Events}}}}}")];
    }

    // A page without what stands behind its items.
    private static byte[] Cut(byte[] page) => page[..page.AsSpan().LastIndexOf("\"pagination\""u8)];

    private static IEnumerable<string> IdsOf(byte[] cut)
    {
        using var page = JsonDocument.Parse((byte[])[.. cut, .. "\"end\":0}"u8]);
        return [.. page.RootElement.GetProperty("data").EnumerateArray().Select(e => e.GetProperty("id").GetString()!)];
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
