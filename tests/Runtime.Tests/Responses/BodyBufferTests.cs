using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Responses;

/// <summary>A buffer that holds as much as an array can, or as a limit allows.</summary>
public sealed class BodyBufferTests
{
    private const int Longest = 64 * 1024; // a length that the pool has arrays of

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Longest - 1, true)]
    [InlineData(Longest, true)]
    [InlineData(Longest + 1, false)]
    [InlineData(3 * Longest, false)]
    public async Task An_array_of_the_longest_length_is_filled_and_the_end_is_seen_behind_it(int length, bool isWhole)
    {
        foreach (var piece in new[] { 1, 1000, int.MaxValue })
        {
            using var buffer = new BodyBuffer(null, Longest);

            Assert.Equal(isWhole, await buffer.FillAsync(new PiecesStream(Bytes(length), piece), Array.MaxLength, Token));

            Assert.Equal(Bytes(Math.Min(length, Longest)), buffer.Memory.ToArray());
        }
    }

    [Fact]
    public async Task A_stream_without_end_ends_at_the_longest_length()
    {
        using var buffer = new BodyBuffer(null, Longest);

        Assert.False(await buffer.FillAsync(new PiecesStream(Bytes(1000), 700) { IsEndless = true }, Array.MaxLength, Token));

        Assert.Equal(Longest, buffer.Memory.Length);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(16 * 1024)]
    [InlineData(Longest)]
    public async Task A_limit_counts_to_the_byte(int limit)
    {
        foreach (var (length, isWhole) in new[] { (limit - 1, true), (limit, true), (limit + 1, false), (limit * 3, false) })
        {
            using var buffer = new BodyBuffer(length, Array.MaxLength);

            Assert.Equal(isWhole, await buffer.FillAsync(new PiecesStream(Bytes(length), 1000), limit, Token));

            Assert.Equal(Bytes(Math.Min(length, limit)), buffer.Memory.ToArray());
        }
    }

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 31 >> 3))];
}
