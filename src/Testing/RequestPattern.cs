namespace Kiln.Testing;

/// <summary>The requests that a set-up stands for: those of two requests, with any value where the two differ. Immutable.</summary>
internal sealed class RequestPattern
{
    private readonly RecordedRequest request;

    // Null for a segment of the path that may be any.
    private readonly string?[] segments;

    // Null for the values of a query parameter that may be any.
    private readonly List<KeyValuePair<string, string[]?>> query;

    public RequestPattern(RecordedRequest first, RecordedRequest second)
    {
        request = first;
        var others = Segments(second);
        segments = [.. Segments(first).Select((segment, i) => i < others.Length && segment == others[i] ? segment : null)];
        query = [.. first.Query.Select(p => KeyValuePair.Create(p.Key, p.SequenceEqual(second.Query[p.Key]) ? p.ToArray() : null))];
    }

    private RequestPattern(RequestPattern pattern, Func<KeyValuePair<string, string[]?>, bool> isKept)
    {
        (request, segments) = (pattern.request, pattern.segments);
        query = [.. pattern.query.Where(isKept)];
    }

    /// <summary>The same without some parameters of the query.</summary>
    public RequestPattern WithoutQuery(IReadOnlyCollection<string> names) => new(this, p => !names.Contains(p.Key));

    /// <summary>The same without any parameter of the query.</summary>
    public RequestPattern WithoutQuery() => new(this, _ => false);

    /// <summary>Why a request is none of those; null if it is one.</summary>
    public string? Mismatch(RecordedRequest other)
    {
        if (other.Method != request.Method || other.Template != request.Template)
            return "another operation";
        if (other.MediaType != request.MediaType)
            return "another media type";
        if (other.Uri.Authority != request.Uri.Authority)
            return "another server";
        var path = Segments(other);
        if (path.Length != segments.Length || segments.Where((segment, i) => segment is not null && segment != path[i]).Any())
            return "another path";
        foreach (var (name, values) in query)
        {
            if (!other.Query.Contains(name))
                return $"the call has no query parameter {name}";
            if (values is not null && !values.SequenceEqual(other.Query[name]))
                return $"another value of the query parameter {name}";
        }
        return null;
    }

    public override string ToString()
    {
        var text = $"{request.Method} {string.Join('/', segments.Select(s => s ?? "*"))}";
        return (query.Count == 0
            ? text
            : text + "?" + string.Join('&', query.SelectMany(p => p.Value is null ? [p.Key + "=*"] : p.Value.Select(v => $"{p.Key}={Uri.EscapeDataString(v)}"))))
            + (request.MediaType is { } mediaType ? " as " + mediaType : "");
    }

    private static string[] Segments(RecordedRequest request) => request.Path.Split('/');
}
