using System.Text;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Streaming;
using Kiln.Runtime.Tests.Faults;
using Kiln.Runtime.Tests.Support;
using Kiln.Runtime.Wire;
using Sample.Models;

namespace Kiln.Runtime.Tests.Streaming;

/// <summary>What streams take of memory, however long they are.</summary>
[Collection(nameof(Measuring))]
public sealed class StreamMemoryTests
{
    private static readonly ItemStreamType<ErrorDetail> Lines = new(WireType.Model<ErrorDetail>(), ItemStreamFormat.Lines);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("data: {\"title\":\"a title of some length\",\"code\":2}\r\n\r\n", 2)]
    [InlineData(": a comment\n\n", 0)]
    [InlineData(": a comment\n", 0)]
    [InlineData("\n", 0)]
    [InlineData("retry: 1\n\n", 0)]
    [InlineData("{\"title\":\"a title of some length\",\"code\":2}\n", 2)]
    public async Task A_long_stream_takes_no_memory(string item, int code)
    {
        const int Bytes = 20_000_000;
        var one = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(item, 1 + 4000 / item.Length)));
        Stream Body() => new PiecesStream(one, one.Length) { IsEndless = true };
        await ReadSomeAsync(Body(), one.Length * 3);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var count = await ReadSomeAsync(Body(), Bytes);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 500_000);
        Assert.True(code == 0 ? count == 0 : count > 100_000);

        async Task<int> ReadSomeAsync(Stream body, long bytes)
        {
            var limited = new Limited(body, bytes);
            var read = 0;
            var options = new ReadOptions { MaxBodyBytes = 100_000 };
            IAsyncEnumerable<ErrorDetail> stream = item[0] == '{' ? StreamCalls.Items(Lines, limited, options) : StreamCalls.Events(StreamCalls.Details, limited, options);
            await foreach (var i in stream.WithCancellation(Token))
            {
                Assert.Equal(code, i.Code);
                read++;
            }
            return read;
        }
    }

    [Fact]
    public async Task Reading_an_event_allocates_its_model_alone()
    {
        var many = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("data: {\"code\":2}\n\n", 1000)));
        var events = StreamCalls.Events(StreamCalls.Details, new PiecesStream(many, many.Length) { IsEndless = true }).GetAsyncEnumerator(Token);
        for (var i = 0; i < 5000; i++)
            await events.MoveNextAsync();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
            await events.MoveNextAsync();

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 10_000, 0, 150);
        await events.DisposeAsync();
    }

    /// <summary>So many bytes of a body.</summary>
    private sealed class Limited(Stream body, long count) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (count <= 0)
                return 0;
            var read = await body.ReadAsync(buffer, cancellationToken);
            count -= read;
            return read;
        }
    }
}
