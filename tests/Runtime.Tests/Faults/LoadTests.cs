using System.Buffers;
using System.Globalization;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Tests.Faults.Running;
using Kiln.Runtime.Tests.Faults.Server;
using Microsoft.Kiota.Abstractions.Authentication;
using Sample;

namespace Kiln.Runtime.Tests.Faults;

/// <summary>Many events, and many walks at once of which half are cancelled: nothing is lost, and nothing stays behind.</summary>
[Collection(nameof(Measuring))]
public sealed class LoadTests
{
    private const int Seed = 8;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Memory_stays_flat_over_fifty_thousand_events()
    {
        const int Pages = 50;
        const int EventsPerPage = 1000;
        await using var server = WalkServer.Start(Pages, EventsPerPage);
        using var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), server.Url);

        var (count, first, most) = (0L, 0L, 0L);
        await foreach (var item in new SampleClient(adapter).Threats["1"].GetAllAsync().WithCancellation(Token))
        {
            Assert.Equal(WalkServer.Id("1", count), item.Id);
            count++;
            if (count % 10_000 != EventsPerPage * 5)
                continue;
            var live = GC.GetTotalMemory(forceFullCollection: true);
            first = first == 0 ? live : first;
            most = Math.Max(most, live);
        }

        Assert.Equal(Pages * EventsPerPage, count);
        TestContext.Current.TestOutputHelper?.WriteLine($"live memory from {first / 1024} kB to {most / 1024} kB");
        // The server has its page in this memory too. Events that were kept would be 35 MB.
        Assert.InRange(most - first, long.MinValue, 8 * 1024 * 1024);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Of_64_walks_at_once_half_are_cancelled_and_nothing_stays_behind()
    {
        const int Rounds = 4;
        await using var server = WalkServer.Start(pages: 10, eventsPerPage: 100);
        var random = new Random(Seed);
        var memory = new List<long>();
        using var buffers = new RentedBuffers();
        var own = ArrayPool<byte>.Shared.Rent(1000);
        Assert.InRange(buffers.Outstanding, 1, int.MaxValue);
        ArrayPool<byte>.Shared.Return(own);
        for (var round = 0; round < Rounds; round++)
        {
            using (var adapter = new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), server.Url))
            {
                // Where a walk is cancelled is drawn here, and not where walks run at the same time, so that a seed gives the same run.
                var walks = Enumerable.Range(0, 64).Select(w => new Walk($"{w}", w % 2 == 0 ? null : random.Next(0, 1000))).ToList();
                await Task.WhenAll(walks.Select(w => Task.Run(() => w.RunAsync(new SampleClient(adapter), Token))));

                Assert.All(walks, w => Assert.Null(w.Problem));
                Assert.Contains(walks, w => w.WasCancelled);
                Assert.InRange(server.OpenConnections, 0, 64);
            }
            await server.WaitUntilNoneIsOpenAsync(Token);
            await buffers.WaitUntilAllReturnedAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);
            Assert.Equal((0, 0), (server.OpenConnections, buffers.Outstanding));
            server.Requests.Clear();
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{server.Connections} connections; {buffers.Count} buffers rented, all given back; live memory after each round, in kB: {string.Join(", ", memory.Select(m => m / 1024))}");
        // Of each page at least the window over its body.
        Assert.InRange(buffers.Count, Rounds * 32 * 10, long.MaxValue);
        Assert.InRange(memory[^1] - memory[0], long.MinValue, 4 * 1024 * 1024);
    }

    /// <summary>A walk that checks each item.</summary>
    /// <param name="threat">What it walks.</param>
    /// <param name="cancelAt">At which item it is cancelled, from another thread; null for never.</param>
    private sealed class Walk(string threat, int? cancelAt)
    {
        private const int Events = 1000;

        /// <summary>What was wrong with it; null if nothing was.</summary>
        public string? Problem { get; private set; }

        /// <summary>Whether it was cancelled before its end.</summary>
        public bool WasCancelled { get; private set; }

        public async Task RunAsync(SampleClient client, CancellationToken token)
        {
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(token);
            var (count, cancelling) = (0L, Task.CompletedTask);
            try
            {
                if (cancelAt == 0)
                    cancelling = Task.Run(cancel.Cancel, token);
                await foreach (var item in client.Threats[threat].GetAllAsync().WithCancellation(cancel.Token))
                {
                    if (item.Id != WalkServer.Id(threat, count))
                        Problem ??= $"item {count} of {threat} is {item.Id}";
                    if (++count == cancelAt)
                        cancelling = Task.Run(cancel.Cancel, token);
                }
                if (count != Events)
                    Problem ??= string.Create(CultureInfo.InvariantCulture, $"{threat} ended after {count} events");
            }
            catch (OperationCanceledException e) when (cancelAt is not null)
            {
                WasCancelled = true;
                if (e.CancellationToken != cancel.Token)
                    Problem ??= $"the exception of {threat} is not of the caller's token";
            }
            catch (Exception e)
            {
                Problem ??= $"{threat}: {e}";
            }
            await cancelling;
        }
    }
}
