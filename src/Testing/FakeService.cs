namespace Kiln.Testing;

/// <summary>The service behind a fake adapter: answers requests by the set-ups, and keeps both. Thread-safe.</summary>
internal sealed class FakeService(TimeProvider time)
{
    private readonly object gate = new();
    private readonly List<CallSetup> setups = [];
    private readonly List<RecordedRequest> requests = [];
    private readonly List<RecordedRequest> unexpected = [];

    public TimeProvider Time => time;

    public IReadOnlyList<RecordedRequest> Requests => Copy(requests);

    public IReadOnlyList<RecordedRequest> UnexpectedRequests => Copy(unexpected);

    public IReadOnlyList<CallSetup> Setups => Copy(setups);

    /// <summary>Calls have limits of their own, of the clock that the test has chosen.</summary>
    public HttpClient CreateClient() => new(new Handler(this)) { Timeout = Timeout.InfiniteTimeSpan };

    public TSetup Add<TSetup>(TSetup setup)
        where TSetup : CallSetup
    {
        lock (gate)
            setups.Add(setup);
        return setup;
    }

    public void Verify()
    {
        IReadOnlyList<RecordedRequest> surprises = UnexpectedRequests;
        var unused = Setups.Where(s => s.Requests.Count == 0).ToList();
        if (unused.Count > 0 || surprises.Count > 0)
            throw new VerificationException(unused, surprises);
    }

    private IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (gate)
            return [.. list];
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var request = await RecordedRequest.ReadAsync(message, cancellationToken).ConfigureAwait(false);
        lock (gate)
            requests.Add(request);
        // The conditions are code of the test's, which may call anything: no lock is held.
        var candidates = Setups;
        var mismatches = new string[candidates.Count];
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            if (candidates[i].Mismatch(request) is { } why)
                mismatches[i] = why;
            else
                return await candidates[i].AnswerAsync(request, message, time, cancellationToken).ConfigureAwait(false);
        }
        lock (gate)
            unexpected.Add(request);
        throw new UnexpectedCallException(request, candidates, mismatches);
    }

    private sealed class Handler(FakeService service) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Recording.Current is { } recording ? recording.TakeAsync(service, request, cancellationToken) : service.AnswerAsync(request, cancellationToken);
    }
}
