using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Faults;
using Kiln.Runtime.Tests.Support;
using Kiln.Tests.Forms;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Tests.Responses;

[Collection(nameof(Measuring))]
public class DownloadMemoryTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task A_large_body_is_downloaded_in_flat_memory()
    {
        var megabytes = TestForm.Count(full: 600, sample: 100);
        var piece = DownloadServer.Content(Megabyte);
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentLength = (long)megabytes * Megabyte;
            for (var i = 0; i < megabytes; i++)
                await context.Response.Body.WriteAsync(piece);
        });
        await using var stream = await server.Adapter().SendAsync(
            new() { HttpMethod = Method.GET, URI = server.Url }, BodyType.Stream, new ErrorMap(), TestContext.Current.CancellationToken);
        using var count = new Counting();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await stream.DownloadAsync(count, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((long)megabytes * Megabyte, count.Received);
        // The server runs in this process, and allocates too.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 20L * Megabyte + megabytes * 10_000L);
    }

    private sealed class Counting : MemoryStream
    {
        public long Received { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Received += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
