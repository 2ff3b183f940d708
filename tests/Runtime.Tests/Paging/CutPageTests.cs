using System.IO.Compression;
using System.Text;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Sample.Models;

namespace Kiln.Runtime.Tests.Paging;

/// <summary>A walk whose second page is cut at any byte goes on from the token of its exception: every item comes once.</summary>
public sealed class CutPageTests
{
    private static readonly Dictionary<string, byte[]> Pages = new()
    {
        [""] = Page("c1", 1, 5),
        ["c1"] = Page("c2", 6, 8),
        ["c2"] = Page(null, 14, 3),
    };

    private static readonly Dictionary<string, (byte[] Body, Func<byte[], Stream> Cut)> Kinds = new()
    {
        ["end of the stream"] = (Pages["c1"], cut => new PiecesStream(cut, 50)),
        ["reset"] = (Pages["c1"], cut => new PiecesStream(cut, 50) { Error = new IOException("reset") }),
        ["gzip"] = (Compress(s => new GZipStream(s, CompressionLevel.Optimal)), cut => new GZipStream(new MemoryStream(cut), CompressionMode.Decompress)),
        ["deflate"] = (Compress(s => new ZLibStream(s, CompressionLevel.Optimal)), cut => new ZLibStream(new MemoryStream(cut), CompressionMode.Decompress)),
        ["br"] = (Compress(s => new BrotliStream(s, CompressionLevel.Optimal)), cut => new BrotliStream(new MemoryStream(cut), CompressionMode.Decompress)),
    };

    private static readonly Dictionary<string, Func<Pages<ThreatEventPage, ThreatEvent>, IAsyncEnumerable<string>>> Ways = new()
    {
        ["items"] = pages => pages.Select(e => e.Id),
        ["items, ahead"] = pages => pages.WithPrefetch(3).Select(e => e.Id),
        ["JSON"] = pages => pages.AsJsonAsync(Token).Select(e => e.GetProperty("id").GetString()!),
        ["pages"] = pages => pages.ByPageAsync(Token).SelectMany(p => p.Items.Select(e => e.Id)),
    };

    public static TheoryData<string, string> Forms() => [.. Kinds.Keys.SelectMany(k => Ways.Keys.Select(w => (k, w)))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_walk_goes_on_from_any_cut_byte(string kind, string way)
    {
        var (body, cut) = Kinds[kind];
        var failed = 0;
        var lengths = TestForm.Spread([.. Enumerable.Range(0, body.Length)], sample: 40);
        foreach (var length in lengths)
        {
            var seen = new List<string>();
            var e = await Record.ExceptionAsync(() => TakeAsync(Ways[way](Walk(cursor => cursor == "c1" ? cut(body[..length]) : Whole(cursor))), seen));
            if (e is null)
            {
                // The decompressor had the whole page before the end of its data came.
                Assert.Equal(AllIds, seen);
                continue;
            }
            failed++;
            Assert.IsType<ResponseBodyException>(e);

            await TakeAsync(Ways[way](Walk(Whole).StartAt(e.GetResumeToken()!)), seen);

            Assert.True(AllIds.SequenceEqual(seen), $"cut after {length} bytes: {string.Join(' ', seen)}");
        }
        Assert.InRange(failed, lengths.Count - 20, lengths.Count);
    }

    private static IEnumerable<string> AllIds => Enumerable.Range(1, 16).Select(i => $"{i}");

    private static Stream Whole(string cursor) => new MemoryStream(Pages[cursor]);

    private static Pages<ThreatEventPage, ThreatEvent> Walk(Func<string, Stream> body) =>
        BodyAdapter.Events(url => body(url.Query.Split("cursor=").ElementAtOrDefault(1)?.Split('&')[0] ?? "")).GetAllAsync();

    private static async Task TakeAsync(IAsyncEnumerable<string> ids, List<string> seen)
    {
        await foreach (var id in ids.WithCancellation(Token))
            seen.Add(id);
    }

    private static byte[] Page(string? next, int first, int count) => Encoding.UTF8.GetBytes(Json.Page(next, [.. Enumerable.Range(first, count).Select(i => $"{i}")]));

    private static byte[] Compress(Func<Stream, Stream> encode)
    {
        var buffer = new MemoryStream();
        using (var stream = encode(buffer))
            stream.Write(Pages["c1"]);
        return buffer.ToArray();
    }
}
