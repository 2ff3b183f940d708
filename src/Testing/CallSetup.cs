namespace Kiln.Testing;

/// <summary>The answers to calls of one operation. Thread-safe.</summary>
public abstract class CallSetup
{
    private readonly object gate = new();
    private readonly List<FakeAnswer> answers = [];
    private readonly List<RecordedRequest> requests = [];
    private readonly List<(Func<RecordedRequest, bool> Holds, string Text)> conditions = [];

    private protected CallSetup(RequestPattern pattern) => Pattern = pattern;

    /// <summary>Gets the requests that the set-up has answered, in their order.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    private protected RequestPattern Pattern { get; set; }

    /// <summary>Returns the method and the path with the query, in which <c>*</c> stands for any value, and the conditions.</summary>
    public override string ToString()
    {
        lock (gate)
            return Pattern + string.Concat(conditions.Select(c => $" when {c.Text}"));
    }

    /// <summary>Why a request is not one of this set-up; null if it is.</summary>
    internal string? Mismatch(RecordedRequest request)
    {
        (Func<RecordedRequest, bool> Holds, string Text)[] all;
        lock (gate)
            all = [.. conditions];
        return Pattern.Mismatch(request) ?? (Array.Exists(all, c => !c.Holds(request)) ? "its condition does not hold" : null);
    }

    internal async Task<HttpResponseMessage> AnswerAsync(RecordedRequest request, HttpRequestMessage message, TimeProvider time, CancellationToken cancellationToken)
    {
        FakeAnswer answer;
        lock (gate)
        {
            if (answers.Count == 0)
                throw new InvalidOperationException($"The set-up of {Pattern} has no answer. Give it one: Returns(…), ReturnsStatus(204), Throws(…).");
            answer = answers[Math.Min(requests.Count, answers.Count - 1)];
            requests.Add(request);
        }
        return await answer(request, message, time, cancellationToken).ConfigureAwait(false);
    }

    private protected void Add(FakeAnswer answer)
    {
        lock (gate)
            answers.Add(answer);
    }

    private protected void Add(Func<RecordedRequest, FakeResponse> respond) => Add(async (request, message, time, cancellationToken) =>
    {
        var response = respond(request);
        await Task.Delay(response.Delay, time, cancellationToken).ConfigureAwait(false);
        return response.ToMessage(message);
    });

    private protected void AddCondition(Func<RecordedRequest, bool> condition, string text)
    {
        lock (gate)
            conditions.Add((condition, text));
    }
}

/// <summary>Answers one request.</summary>
internal delegate Task<HttpResponseMessage> FakeAnswer(RecordedRequest request, HttpRequestMessage message, TimeProvider time, CancellationToken cancellationToken);
