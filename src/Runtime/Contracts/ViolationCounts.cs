namespace Kiln.Runtime.Contracts;

/// <summary>Counts responses and the kinds of their violations.</summary>
internal sealed class ViolationCounts(ContractObserverOptions options)
{
    private readonly object gate = new();
    private readonly Dictionary<Kind, Seen> kinds = [];
    private readonly Dictionary<(string Operation, int Status), long> responses = [];
    private long total;
    private long others;

    public long Responses => Interlocked.Read(ref total);

    public long Others => Interlocked.Read(ref others);

    public IReadOnlyList<ContractObservation> Snapshot()
    {
        lock (gate)
            return [.. kinds.OrderByDescending(k => k.Value.Count).ThenBy(k => k.Key.Operation, StringComparer.Ordinal).ThenBy(k => k.Key.Path, StringComparer.Ordinal).Select(k => Of(k.Key, k.Value))];
    }

    /// <summary>Counts a response.</summary>
    public CountedResponse Add(ObservedResponse response, DateTimeOffset now)
    {
        Interlocked.Increment(ref total);
        List<ContractObservation> due = [];
        List<(string Path, string Expected)> known = [];
        var unknown = 0;
        lock (gate)
        {
            // Path templates and status codes are few, but who sends requests may set any URL template.
            var key = (response.Operation, response.StatusCode);
            if (responses.TryGetValue(key, out var count) || responses.Count < options.MaxKinds)
                responses[key] = count + 1;
            foreach (var ((path, expected), found) in response.Violations)
            {
                var kind = new Kind(response.Operation, response.StatusCode, path, expected);
                if (!kinds.TryGetValue(kind, out var seen))
                {
                    if (kinds.Count >= options.MaxKinds)
                    {
                        others++;
                        unknown++;
                        continue;
                    }
                    kinds.Add(kind, seen = new(now));
                }
                seen.Add(found, count + 1, now);
                known.Add((path, expected));
                if (seen.IsDue(now, options.EventInterval))
                    due.Add(Of(kind, seen));
            }
        }
        return new(due, known, unknown);
    }

    private static ContractObservation Of(Kind kind, Seen seen) =>
        new(kind.Operation, kind.Status, kind.Path, kind.Expected, seen.Found, seen.Count, seen.Responses, seen.First, seen.Last);

    private readonly record struct Kind(string Operation, int Status, string Path, string Expected);

    private sealed class Seen(DateTimeOffset first)
    {
        private DateTimeOffset? told;

        public DateTimeOffset First { get; } = first;

        public DateTimeOffset Last { get; private set; } = first;

        public string Found { get; private set; } = "";

        public long Count { get; private set; }

        public long Responses { get; private set; }

        public void Add(string found, long responses, DateTimeOffset now)
        {
            (Found, Responses, Last) = (found, responses, now);
            Count++;
        }

        public bool IsDue(DateTimeOffset now, TimeSpan interval)
        {
            if (told is { } before && now - before < interval)
                return false;
            told = now;
            return true;
        }
    }
}

/// <summary>What counting a response has given.</summary>
/// <param name="Due">The observations for which the time has come to tell.</param>
/// <param name="Known">The kinds of its violations that are counted by themselves.</param>
/// <param name="Others">How many of its violations are counted together with others.</param>
internal sealed record CountedResponse(IReadOnlyList<ContractObservation> Due, IReadOnlyList<(string Path, string Expected)> Known, int Others);
