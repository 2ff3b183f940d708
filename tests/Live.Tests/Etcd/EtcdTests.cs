using System.Text;
using global::Etcd;
using global::Etcd.Models;
using Kiln.Runtime.Contracts;
using Kiln.Runtime.Requests;
using Kiln.Runtime.Responses;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Kiln.Live.Tests.Etcd;

/// <summary>etcd, whose numbers of 64 bits are texts and whose keys and values are bytes in base64. Each test has keys of its own.</summary>
public sealed class EtcdTests(EtcdServer server) : IClassFixture<EtcdServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_are_put_found_and_deleted()
    {
        var kv = Client().Kv;

        var first = await kv.Put.PostAsync(new() { Key = Bytes("a/1"), Value = [0, 255, 1] }, cancellationToken: Cancellation);
        var second = await kv.Put.PostAsync(new() { Key = Bytes("a/1"), Value = Bytes("two"), PrevKv = true }, cancellationToken: Cancellation);
        await kv.Put.PostAsync(new() { Key = Bytes("a/2"), Value = [] }, cancellationToken: Cancellation);
        Assert.Equal(first.Header!.Revision + 1, second.Header!.Revision);
        Assert.Equal([0, 255, 1], second.PrevKv!.Value!);

        var one = await kv.Range.PostAsync(new() { Key = Bytes("a/1") }, cancellationToken: Cancellation);
        var found = Assert.Single(one.Kvs!);
        Assert.Equal(("a/1", "two", 2), (Text(found.Key), Text(found.Value), found.Version));
        Assert.Equal((first.Header.Revision, second.Header.Revision), (found.CreateRevision, found.ModRevision));

        var all = await kv.Range.PostAsync(
            new() { Key = Bytes("a/"), RangeEnd = Bytes("a0"), SortOrder = RangeRequestSortOrder.Descend, SortTarget = RangeRequestSortTarget.Key, Limit = 1 },
            cancellationToken: Cancellation);
        Assert.Equal((2, true), (all.Count, all.More));
        Assert.Equal("a/2", Text(Assert.Single(all.Kvs!).Key));

        var old = await kv.Range.PostAsync(new() { Key = Bytes("a/1"), Revision = first.Header.Revision }, cancellationToken: Cancellation);
        Assert.Equal([0, 255, 1], old.Kvs![0].Value!);

        var deleted = await kv.Deleterange.PostAsync(new() { Key = Bytes("a/"), RangeEnd = Bytes("a0"), PrevKv = true }, cancellationToken: Cancellation);
        Assert.Equal(2, deleted.Deleted);
        Assert.Equal(["a/1", "a/2"], deleted.PrevKvs!.Select(p => Text(p.Key)));
        var none = await kv.Range.PostAsync(new() { Key = Bytes("a/"), RangeEnd = Bytes("a0"), CountOnly = true }, cancellationToken: Cancellation);
        Assert.Null(none.Count);
        Assert.Null(none.Kvs);
    }

    [Fact]
    public async Task A_transaction_compares_and_answers_for_each_of_its_requests()
    {
        var kv = Client().Kv;
        await kv.Put.PostAsync(new() { Key = Bytes("txn"), Value = Bytes("1") }, cancellationToken: Cancellation);

        var request = new EtcdserverpbTxnRequest
        {
            Compare = [new() { Key = Bytes("txn"), Target = CompareCompareTarget.Version, Result = CompareCompareResult.Equal, Version = 1 }],
            Success = [new() { RequestPut = new() { Key = Bytes("txn"), Value = Bytes("2") } }, new() { RequestRange = new() { Key = Bytes("txn") } }],
            Failure = [new() { RequestDeleteRange = new() { Key = Bytes("txn") } }],
        };
        var done = await kv.Txn.PostAsync(request, cancellationToken: Cancellation);
        var failed = await kv.Txn.PostAsync(request, cancellationToken: Cancellation);

        Assert.True(done.Succeeded);
        Assert.NotNull(done.Responses![0].ResponsePut);
        Assert.Equal("2", Text(done.Responses[1].ResponseRange!.Kvs![0].Value));
        Assert.Null(failed.Succeeded);
        Assert.Equal(1, failed.Responses![0].ResponseDeleteRange!.Deleted);
    }

    [Fact]
    public async Task A_lease_is_granted_kept_and_revoked()
    {
        const long id = 7587862094563245057;
        var client = Client();

        var granted = await client.Lease.Grant.PostAsync(new() { Id = id, Ttl = 600 }, cancellationToken: Cancellation);
        await client.Kv.Put.PostAsync(new() { Key = Bytes("leased"), Value = Bytes("v"), Lease = id }, cancellationToken: Cancellation);
        var left = await client.Lease.Timetolive.PostAsync(new() { Id = id, Keys = true }, cancellationToken: Cancellation);
        var leases = await client.Lease.Leases.PostAsync([], cancellationToken: Cancellation);
        await client.Lease.Revoke.PostAsync(new() { Id = id }, cancellationToken: Cancellation);
        var gone = await client.Kv.Range.PostAsync(new() { Key = Bytes("leased") }, cancellationToken: Cancellation);

        Assert.Equal((id, 600), (granted.Id, granted.Ttl));
        Assert.Equal((id, 600), (left.Id, left.GrantedTtl));
        Assert.Equal("leased", Text(Assert.Single(left.Keys!)));
        Assert.Contains(leases.Leases!, l => l.Id == id);
        Assert.Null(gone.Kvs);
    }

    [Fact]
    public async Task The_state_of_the_server_is_read()
    {
        var client = Client();

        var status = await client.Maintenance.Status.PostAsync([], cancellationToken: Cancellation);
        var members = await client.Cluster.Member.List.PostAsync([], cancellationToken: Cancellation);
        var hash = await client.Maintenance.Hash.PostAsync(new(), cancellationToken: Cancellation);
        var alarms = await client.Maintenance.Alarm.PostAsync(new() { Action = AlarmRequestAlarmAction.Get }, cancellationToken: Cancellation);
        await client.Maintenance.Defragment.PostAsync([], cancellationToken: Cancellation);

        Assert.StartsWith("3.", status.Version, StringComparison.Ordinal);
        Assert.True(status.DbSize > 0);
        var member = Assert.Single(members.Members!);
        Assert.Equal((status.Header!.MemberId, status.Leader), (member.Id, member.Id));
        Assert.Equal("default", member.Name);
        Assert.NotNull(hash.Hash);
        Assert.Null(alarms.Alarms);
    }

    [Fact]
    public async Task Old_revisions_are_compacted_and_then_refused()
    {
        var kv = Client().Kv;
        await kv.Put.PostAsync(new() { Key = Bytes("c"), Value = Bytes("1") }, cancellationToken: Cancellation);
        var newest = await kv.Put.PostAsync(new() { Key = Bytes("c"), Value = Bytes("2") }, cancellationToken: Cancellation);

        await kv.Compaction.PostAsync(new() { Revision = newest.Header!.Revision, Physical = true }, cancellationToken: Cancellation);
        var refused = await Assert.ThrowsAsync<ServiceException>(() => kv.Range.PostAsync(new() { Key = Bytes("c"), Revision = newest.Header.Revision - 1 }, cancellationToken: Cancellation));

        Assert.Equal(400, refused.StatusCode);
        Assert.Contains("compacted", refused.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Users_and_roles_are_added_and_deleted()
    {
        var auth = Client().Auth;

        await auth.Role.Add.PostAsync(new() { Name = "reader" }, cancellationToken: Cancellation);
        await auth.Role.Grant.PostAsync(new() { Name = "reader", Perm = new() { Key = Bytes("r/"), RangeEnd = Bytes("r0"), PermType = AuthpbPermissionType.Read } }, cancellationToken: Cancellation);
        await auth.User.Add.PostAsync(new() { Name = "ada", Password = "p" }, cancellationToken: Cancellation);
        await auth.User.Grant.PostAsync(new() { User = "ada", Role = "reader" }, cancellationToken: Cancellation);
        var role = await auth.Role.Get.PostAsync(new() { Role = "reader" }, cancellationToken: Cancellation);
        var user = await auth.User.Get.PostAsync(new() { Name = "ada" }, cancellationToken: Cancellation);
        var users = await auth.User.List.PostAsync([], cancellationToken: Cancellation);
        await auth.User.Delete.PostAsync(new() { Name = "ada" }, cancellationToken: Cancellation);
        await auth.Role.Delete.PostAsync(new() { Role = "reader" }, cancellationToken: Cancellation);

        var permission = Assert.Single(role.Perm!);
        Assert.Equal(("r/", "r0", AuthpbPermissionType.Read), (Text(permission.Key), Text(permission.RangeEnd), permission.PermType));
        Assert.Equal(["reader"], user.Roles!);
        Assert.Equal(["ada"], users.Users!);
    }

    // Violations of the contract are exceptions: what etcd sends fits its document.
    private EtcdClient Client()
    {
        server.Require();
        return new(new ServiceRequestAdapter(new AnonymousAuthenticationProvider(), server.Url, readOptions: new ReadOptions { Mode = ContractMode.Strict }));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[]? bytes) => Encoding.UTF8.GetString(bytes!);
}
