using System.Diagnostics;
using Kiln.Runtime.Telemetry;

namespace Kiln.Runtime.Contracts;

/// <summary>Counts responses and the kinds of their violations, for the metrics as well.</summary>
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

    /// <summary>Counts a response, and returns those of its violations for which the time has come to tell.</summary>
    public IReadOnlyList<ContractObservation> Add(ObservedResponse response, DateTimeOffset now)
    {
        Interlocked.Increment(ref total);
        var tags = new TagList
        {
            { "http.request.method", response.Method },
            { "url.template", response.Template },
            { "http.response.status_code", response.StatusCode },
        };
        KilnTelemetry.Responses.Add(1, tags);

        List<ContractObservation>? due = null;
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
                        KilnTelemetry.Violations.Add(1, tags);
                        continue;
                    }
                    kinds.Add(kind, seen = new(now));
                }
                seen.Add(found, count + 1, now);
                KilnTelemetry.Violations.Add(1, [.. tags, new("kiln.contract.path", path), new("kiln.contract.expected", expected)]);
                if (seen.IsDue(now, options.EventInterval))
                    (due ??= []).Add(Of(kind, seen));
            }
        }
        return due ?? [];
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
