using System.Diagnostics;
using Kiln.Runtime.Responses;
using Kiln.Runtime.Tests.Faults.Server;
using Kiln.Runtime.Tests.Faults.Table;
using Kiln.Runtime.Tests.Support;

namespace Kiln.Runtime.Tests.Faults.Running;

/// <summary>One call against one fault: what was handed out, and what it cost.</summary>
/// <param name="Handed">What the caller got.</param>
/// <param name="Requests">The requests that the server saw.</param>
/// <param name="Others">The requests that the server of the other origin saw.</param>
/// <param name="Bytes">What was allocated meanwhile, by the server as well.</param>
/// <param name="Time">How long it took.</param>
internal sealed record FaultRun(Handed Handed, IReadOnlyCollection<Received> Requests, IReadOnlyCollection<Received> Others, long Bytes, TimeSpan Time)
{
    /// <summary>Calls in one way.</summary>
    public static async Task<FaultRun> RunAsync(Fault fault, Variant variant, Ways way, CancellationToken cancellationToken)
    {
        var other = new Lazy<FaultServer>(() => new(Reply.Json(Json.Page(null, "1"))));
        var number = -1;
        FaultServer? server = null;
        server = new(request => variant.Script(new(request, Interlocked.Increment(ref number), server!.Url, other))) { ResetsConnections = fault.ResetsConnections };
        await using (server)
        {
            try
            {
                fault.Before?.Invoke(server);
                var handed = default(Handed);
                var before = GC.GetTotalAllocatedBytes();
                var clock = Stopwatch.StartNew();
                using (var client = new FaultClient(server.Url, fault.Options))
                using (var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
                {
                    limit.CancelAfter(fault.MaxTime);
                    handed = await Handed.SendAsync(way, client.Events, limit.Token);
                }
                var (time, bytes) = (clock.Elapsed, GC.GetTotalAllocatedBytes() - before);
                await server.WaitUntilNoneIsOpenAsync(cancellationToken).WaitAsync(fault.MaxTime, cancellationToken);
                return new(handed, server.Requests, other.IsValueCreated ? other.Value.Requests : [], bytes, time);
            }
            finally
            {
                if (other.IsValueCreated)
                    await other.Value.DisposeAsync();
            }
        }
    }

    /// <summary>What is wrong with it; null if nothing is.</summary>
    public string? Refute(Fault fault, Variant variant, Ways way)
    {
        var expected = fault.Expected.First(e => e.Ways.HasFlag(way));
        var items = way is Ways.GetAll or Ways.AsJson ? variant.Items ?? expected.Items : expected.Items;
        var problem =
            expected.Outcome.Refute(Handed.Error, variant) ??
            (items is { } count && count != Handed.Items ? $"expected {count} items" : null) ??
            (Handed.IsInOrder ? null : "items are missing or came twice") ??
            (fault.Requests is { } requests && requests != Requests.Count ? $"expected {requests} requests, found {Requests.Count}" : null) ??
            (Bytes > fault.MaxBytes ? $"allocated {Bytes:N0} bytes of at most {fault.MaxBytes:N0}" : null) ??
            RefuteMessage(Handed.Error) ?? RefuteOthers(fault);
        return problem is null ? null : $"{way}{(variant.Name.Length == 0 ? "" : $", {variant.Name}")}: {problem}; {Handed.Items} items, then {Describe(Handed.Error)}";
    }

    private string? RefuteOthers(Fault fault)
    {
        if (Others.Any(r => r.Headers.Values.Append(r.Target).Any(v => v.Contains(FaultClient.Secret, StringComparison.Ordinal))))
            return "a secret went to another origin";
        try
        {
            fault.Check?.Invoke(this);
            return null;
        }
        catch (Exception e)
        {
            return e.Message;
        }
    }

    private static string? RefuteMessage(Exception? error) => error switch
    {
        null => null,
        // What .NET says of a server that speaks no HTTP is not ours.
        HttpRequestException => null,
        { Message: var text } when text.Any(char.IsControl) => "the message has control characters",
        { Message.Length: > 2000 } => $"the message has {error.Message.Length} characters",
        _ when error.ToString().Contains(FaultClient.Secret, StringComparison.Ordinal) => "the exception shows a secret",
        _ => null,
    };

    private static string Describe(Exception? error) => error is null
        ? "a value"
        : $"{error.GetType().Name}{(error is ServiceException service ? $" ({service.StatusCode})" : "")}: {(error.Message.Length > 300 ? error.Message[..300] : error.Message)}{(error.InnerException is { } inner ? $" <- {inner.GetType().Name}: {inner.Message}" : "")}";
}
