using System.Security.Cryptography;
using System.Text;
using global::Etcd;
using global::Etcd.Models;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Live.Tests.Etcd;

/// <summary>The streams of etcd: gRPC-Gateway sends each message as a line with <c>result</c>.</summary>
public sealed class EtcdStreamTests(EtcdServer server) : IClassFixture<EtcdServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_are_watched_in_their_order_while_they_happen()
    {
        var client = Client();
        await using var watch = client.Watch.PostStreamAsync(Watch("w/")).GetAsyncEnumerator(Cancellation);
        Assert.True(await watch.MoveNextAsync());
        Assert.True(watch.Current.Created);

        var puts = new List<long?>();
        for (var i = 1; i <= 20; i++)
        {
            puts.Add((await client.Kv.Put.PostAsync(new() { Key = Bytes($"w/{i}"), Value = Bytes($"{i}") }, cancellationToken: Cancellation)).Header!.Revision);
            if (i == 1)
            {
                // The first event is there before the second thing happens.
                Assert.True(await watch.MoveNextAsync());
                Assert.Equal("w/1", Text(Assert.Single(watch.Current.Events!).Kv!.Key));
            }
        }
        await client.Kv.Put.PostAsync(new() { Key = Bytes("w/1"), Value = Bytes("again") }, cancellationToken: Cancellation);
        await client.Kv.Deleterange.PostAsync(new() { Key = Bytes("w/2") }, cancellationToken: Cancellation);

        var events = new List<MvccpbEvent>();
        while (events.Count < 21 && await watch.MoveNextAsync())
            events.AddRange(watch.Current.Events!);

        Assert.Equal([.. Enumerable.Range(2, 19).Select(i => $"w/{i}"), "w/1", "w/2"], events.Select(e => Text(e.Kv!.Key)));
        Assert.Equal(puts.Skip(1), events.Take(19).Select(e => e.Kv!.ModRevision));
        Assert.Equal(("again", "1", 2), (Text(events[19].Kv!.Value), Text(events[19].PrevKv!.Value), events[19].Kv!.Version));
        Assert.Equal((EventEventType.Delete, "2"), (events[20].Type, Text(events[20].PrevKv!.Value)));
    }

    [Fact]
    public async Task A_watch_of_what_has_happened_begins_at_a_revision_and_is_left_by_its_caller()
    {
        var client = Client();
        var first = await client.Kv.Put.PostAsync(new() { Key = Bytes("h/1"), Value = Bytes("1") }, cancellationToken: Cancellation);
        await client.Kv.Put.PostAsync(new() { Key = Bytes("h/2"), Value = Bytes("2") }, cancellationToken: Cancellation);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var request = Watch("h/");
        request.CreateRequest!.StartRevision = first.Header!.Revision;

        await using var watch = client.Watch.PostStreamAsync(request).GetAsyncEnumerator(leave.Token);
        var keys = new List<string>();
        while (keys.Count < 2 && await watch.MoveNextAsync())
            keys.AddRange((watch.Current.Events ?? []).Select(e => Text(e.Kv!.Key)));
        // Nothing more happens: the watch waits until it is left.
        var next = watch.MoveNextAsync().AsTask();
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(["h/1", "h/2"], keys);
    }

    [Fact]
    public async Task A_watch_of_what_was_compacted_is_refused_in_the_stream()
    {
        var client = Client();
        await client.Kv.Put.PostAsync(new() { Key = Bytes("old"), Value = Bytes("1") }, cancellationToken: Cancellation);
        var newest = await client.Kv.Put.PostAsync(new() { Key = Bytes("old"), Value = Bytes("2") }, cancellationToken: Cancellation);
        await client.Kv.Compaction.PostAsync(new() { Revision = newest.Header!.Revision }, cancellationToken: Cancellation);
        var request = Watch("old");
        request.CreateRequest!.StartRevision = 1;

        EtcdserverpbWatchResponse? canceled = null;
        await foreach (var message in client.Watch.PostStreamAsync(request).WithCancellation(Cancellation))
        {
            canceled = message;
            if (message.Canceled == true)
                break;
        }

        Assert.Equal((true, newest.Header.Revision), (canceled!.Canceled, canceled.CompactRevision));
    }

    [Fact]
    public async Task A_lease_is_kept_alive()
    {
        var client = Client();
        var granted = await client.Lease.Grant.PostAsync(new() { Ttl = 600 }, cancellationToken: Cancellation);

        await foreach (var message in client.Lease.Keepalive.PostStreamAsync(new() { Id = granted.Id }).WithCancellation(Cancellation))
        {
            Assert.Equal((granted.Id, 600), (message.Id, message.Ttl));
            return;
        }
        Assert.Fail("There was no message.");
    }

    [Fact]
    public async Task A_snapshot_of_megabytes_is_read_to_its_end()
    {
        var client = Client();
        var value = new byte[100_000];
        for (var i = 0; i < 30; i++)
        {
            new Random(i).NextBytes(value);
            await client.Kv.Put.PostAsync(new() { Key = Bytes($"s/{i:00}"), Value = value }, cancellationToken: Cancellation);
        }

        using var snapshot = new MemoryStream();
        byte[]? last = null;
        await foreach (var message in client.Maintenance.Snapshot.PostStreamAsync([]).WithCancellation(Cancellation))
        {
            snapshot.Write(last ?? []);
            last = message.Blob!;
        }

        // The last message is the SHA-256 hash of the ones before it.
        Assert.True(snapshot.Length > 3_000_000, $"{snapshot.Length} bytes");
        Assert.Equal(SHA256.HashData(snapshot.GetBuffer().AsSpan(0, (int)snapshot.Length)), last);
        // It is a file of etcd's database, which has every value.
        Assert.True(snapshot.GetBuffer().AsSpan(0, (int)snapshot.Length).IndexOf(value) > 0);
    }

    private static EtcdserverpbWatchRequest Watch(string prefix) => new()
    {
        CreateRequest = new() { Key = Bytes(prefix), RangeEnd = [.. Bytes(prefix)[..^1], (byte)(Bytes(prefix)[^1] + 1)], PrevKv = true },
    };

    private EtcdClient Client()
    {
        server.Require();
        return new(new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), server.Url, readOptions: new ReadOptions { Mode = ContractMode.Strict }));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[]? bytes) => Encoding.UTF8.GetString(bytes!);
}
