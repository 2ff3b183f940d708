using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Http;
using Kiln.Runtime.Paging;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Tests.Paging;

/// <summary>Bodies that come in small pieces, or late.</summary>
public sealed class SlowBodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_item_in_small_pieces_is_not_begun_anew_with_each()
    {
        const int Count = 200_000;
        var item = new StringBuilder("{\"data\":[[\"a\"").Insert(13, ",\"a\"", Count - 1).Append("]]}").ToString();
        var body = new PiecesStream(Encoding.ASCII.GetBytes(item), 1000);
        await using var page = new StreamedPage<List<Counted>>(
            Answer(body), body, new ReadOptions(), WireType.List(WireType.Enum<Counted>()), new JsonPointer("/data"));
        var batch = new List<PageItem<List<Counted>>>();

        Assert.True(await page.ReadAsync(batch, Token));

        Assert.Equal(Count, Assert.Single(batch).Value.Count);
        Assert.Equal(Count, Counted.Made);
    }

    [Fact]
    public async Task A_timer_that_rang_too_late_does_not_end_the_next_wait()
    {
        var time = new ManualTime();
        var delays = new Queue<int>([200, 0]);
        // What the first reading brings is there before the stream looks at its token.
        var body = new PiecesStream(new byte[2 * 64 * 1024], () =>
        {
            time.Advance(TimeSpan.FromMilliseconds(delays.Dequeue()));
            return 64 * 1024;
        });
        await using var window = new BodyReadBuffer(Answer(body, time), body, new ReadOptions { BodyTimeout = TimeSpan.FromMilliseconds(20) });

        await window.FillAsync(Token);
        await window.FillAsync(Token);

        Assert.Equal(2 * 64 * 1024, window.Bytes.Length);
    }

    private static RawResponse Answer(Stream body, TimeProvider? time = null)
    {
        var request = new RequestInformation { URI = new("http://localhost/") };
        return new(body, request, new CallState(request, Timeout.InfiniteTimeSpan, time ?? TimeProvider.System));
    }

    /// <summary>A text that counts how often it is read.</summary>
    private readonly record struct Counted(string Value) : IWireEnum<Counted>
    {
        public static int Made { get; private set; }

        public static IReadOnlyList<Counted> KnownValues => [];

        public static Counted FromValue(string value)
        {
            Made++;
            return new(value);
        }
    }
}
