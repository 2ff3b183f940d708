using System.Globalization;
using Kiln.Runtime.Http;

namespace Kiln.Runtime.Responses;

/// <summary>
/// Maps status codes to error bodies: an exact status code takes precedence over its class (<c>4XX</c>), and that over <c>default</c>. Thread-safe once it
/// is no longer changed.
/// </summary>
public class ErrorMap
{
    // Few: a list costs each operation less than a dictionary would, and is searched for an error only.
    private Entry? last;

    /// <summary>Gets the rate limit that the document has for the operation (<c>x-kiln-rate-limit</c>), by which the client's handlers send its requests; null, the default, for none.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Gets or sets the error body of a status code (<c>404</c>), a class of status codes (<c>5XX</c>) or all others (<c>default</c>).</summary>
    /// <exception cref="KeyNotFoundException">The status code to get was not set.</exception>
    public ErrorBody this[string status]
    {
        get => Find(status)?.Body ?? throw new KeyNotFoundException($"The status code {status} has no error body.");
        set => this[status, ""] = value;
    }

    /// <summary>Gets or sets the error body of a status code, and what the document says of its responses.</summary>
    /// <param name="status">The status code (<c>404</c>), a class of status codes (<c>5XX</c>) or all others (<c>default</c>).</param>
    /// <param name="description">The value of <see cref="ServiceException.Description"/>, in one line; empty for none. It is not looked at when an entry is read.</param>
    /// <value>The error body; null if only the description is known, so that the body of the class or of <c>default</c> counts.</value>
    public ErrorBody? this[string status, string description]
    {
        get => Find(status)?.Body;
        set => last = new(
            status ?? throw new ArgumentNullException(nameof(status)), value, description ?? throw new ArgumentNullException(nameof(description)), last);
    }

    /// <summary>The status codes of successes that the document has; none if any from 200 to 299 is one of them.</summary>
    internal virtual IReadOnlyList<int> Successes => [];

    /// <summary>The body of a status code; null if nothing is known of it.</summary>
    internal ErrorBody? Find(int status) => EntriesOf(status).FirstOrDefault(e => e.Body is not null)?.Body;

    /// <summary>What the document says of a status code; null for nothing.</summary>
    internal string? DescriptionOf(int status) => EntriesOf(status).FirstOrDefault()?.Description is { Length: > 0 } description ? description : null;

    // The closest one first.
    private IEnumerable<Entry> EntriesOf(int status)
    {
        if (Find(status.ToString(CultureInfo.InvariantCulture)) is { } exact)
            yield return exact;
        if (Find($"{status / 100}XX") is { } range)
            yield return range;
        if (Find("default") is { } other)
            yield return other;
    }

    private Entry? Find(string status)
    {
        for (var entry = last; entry is not null; entry = entry.Before)
        {
            if (entry.Status.Equals(status, StringComparison.OrdinalIgnoreCase))
                return entry;
        }
        return null;
    }

    private sealed record Entry(string Status, ErrorBody? Body, string Description, Entry? Before);
}
