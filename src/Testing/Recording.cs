using Kiln.Runtime.Requests;

namespace Kiln.Testing;

/// <summary>Takes the request out of a call that is run for its request alone.</summary>
internal sealed class Recording
{
    // A call is made before it first waits for anything; this is for one that waits before.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly AsyncLocal<Recording?> Running = new();

    private readonly FakeService service;
    private RecordedRequest? request;
    private ExpectedResponse? expected;

    private Recording(FakeService service, bool isSecond) => (this.service, IsSecond) = (service, isSecond);

    /// <summary>The recording that the code at hand is run for; null if it is run for its own sake.</summary>
    public static Recording? Current => Running.Value;

    /// <summary>Whether the call is run again, with other values for those that may be any.</summary>
    public bool IsSecond { get; }

    /// <summary>Whether it has such values.</summary>
    public bool HasAny { get; set; }

    /// <summary>Runs a call, and once more if it has values that stand for any: where the two requests differ, any value is right.</summary>
    public static RecordedCall Of(FakeService service, Func<Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var first = Run(service, call, isSecond: false);
        var second = first.HasAny ? Run(service, call, isSecond: true) : first;
        return new(new RequestPattern(first.request!, second.request!), first.request!.Uri, first.expected);
    }

    /// <summary>Takes a request, and ends the call that has made it.</summary>
    public async Task<HttpResponseMessage> TakeAsync(FakeService sender, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        if (sender != service)
            throw new ArgumentException("The call is made by a client of another FakeAdapter.");
        expected ??= ExpectedResponse.Of(message);
        request ??= await RecordedRequest.ReadAsync(message, cancellationToken).ConfigureAwait(false);
        throw new RecordedException();
    }

    private static Recording Run(FakeService service, Func<Task> call, bool isSecond)
    {
        var outer = Running.Value;
        var recording = new Recording(service, isSecond);
        Running.Value = recording;
        try
        {
            if (call() is { } task && (task.IsCompleted || ((IAsyncResult)task).AsyncWaitHandle.WaitOne(Patience)))
                task.GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            if (recording.request is null)
                throw new InvalidOperationException("The call of the set-up sends no request: " + e.Message, e);
        }
        finally
        {
            Running.Value = outer;
        }
        return recording.request is not null
            ? recording
            : throw new ArgumentException("The lambda of the set-up makes no call. It must be one call of a client that was made with this FakeAdapter.");
    }

    private sealed class RecordedException() : Exception("This call sets up another one; it has no result.");
}

/// <summary>A call as it was recorded.</summary>
/// <param name="Pattern">The requests that it stands for.</param>
/// <param name="Url">The URL of one of them.</param>
/// <param name="Expected">What it reads; null for calls that are not Kiln's.</param>
internal sealed record RecordedCall(RequestPattern Pattern, Uri Url, ExpectedResponse? Expected);
