namespace Kiln.Generator.Tests.Requests.Decoding;

/// <summary>A request as it came over a socket.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The path with the query, as it was sent.</param>
/// <param name="Headers">The headers in their order.</param>
/// <param name="Body">The body, of which chunks are joined.</param>
internal sealed record RawRequest(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    public string Path => Target.IndexOf('?') is >= 0 and var mark ? Target[..mark] : Target;

    /// <summary>The query without its question mark; empty for none.</summary>
    public string Query => Target.IndexOf('?') is >= 0 and var mark ? Target[(mark + 1)..] : "";

    /// <summary>The value of a header; several are joined with commas (RFC 9110, section 5.3). <see langword="null"/> for none.</summary>
    public string? Header(string name) =>
        Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).ToList() is { Count: > 0 } values ? string.Join(",", values) : null;
}
