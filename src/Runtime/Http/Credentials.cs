namespace Kiln.Runtime.Http;

/// <summary>The parts of a request that identify or authorize the caller.</summary>
internal static class Credentials
{
    // Headers that say nothing of who is asking. Any other may be a key, whoever has set it.
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Cache-Control", "Connection", "Date", "Expect", "Host", "If-Match",
        "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Pragma", "Prefer", "Range", "TE", "traceparent", "tracestate", "Trailer",
        "Transfer-Encoding", "Upgrade", "User-Agent", "Via",
    };

    // Credentials, also where the caller has set them.
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Proxy-Authorization", "Cookie" };

    /// <summary>Removes from a request that is to go to another origin every header but those that are harmless and those of its body.</summary>
    public static void RemoveFrom(HttpRequestMessage request)
    {
        var added = AddedCredentials.Of(request);
        foreach (var name in request.Headers.NonValidated.Select(h => h.Key).Where(name => !Harmless.Contains(name) || added?.HasHeader(name) == true).ToList())
            request.Headers.Remove(name);
    }

    /// <summary>A URL on another origin without the query parameters that authentication had added to the URL before.</summary>
    /// <param name="target">The URL that is to be asked.</param>
    /// <param name="state">The call, which knows the URL with and without them.</param>
    public static Uri RemoveFrom(Uri target, CallState? state)
    {
        var added = AddedParameters(state?.Asked, state);
        if (added.Count == 0 || target.Query.Length < 2)
            return target;

        var kept = Pairs(target.Query).Where(pair => !added.ContainsKey(NameOf(pair)));
        return new UriBuilder(target) { Query = string.Join('&', kept) }.Uri;
    }

    /// <summary>The secret texts of a request, to be taken out of what is shown of its response.</summary>
    public static IEnumerable<string> ValuesIn(HttpRequestMessage request)
    {
        var state = CallState.Of(request);
        foreach (var secret in AddedCredentials.Of(request)?.Secrets ?? [])
            yield return secret;
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            if (!IsSecret(name, state))
                continue;
            foreach (var value in values)
            {
                yield return value;
                // The scheme before it is no secret: Bearer, ApiToken.
                if (value.IndexOf(' ') is var space and > 0)
                    yield return value[(space + 1)..];
            }
        }
        foreach (var value in AddedParameters(state?.Asked ?? request.RequestUri, state).Values)
            yield return value;
    }

    // What the caller sets by itself is mostly no secret, and may stand in any response.
    private static bool IsSecret(string header, CallState? state) => Secret.Contains(header) || (!Harmless.Contains(header) && state?.Had(header) != true);

    /// <summary>A URL of a request for messages and callbacks: of the query parameters that authentication has added, it has the names only.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="request">The request that was sent, to this URL or to another one before.</param>
    public static Uri? Shown(Uri? url, HttpRequestMessage? request)
    {
        var state = CallState.Of(request);
        var added = AddedParameters(state?.Asked ?? request?.RequestUri, state);
        if (added.Count == 0 || url is not { IsAbsoluteUri: true })
            return url;
        return new UriBuilder(url) { Query = string.Join('&', Pairs(url.Query).Select(pair => added.ContainsKey(NameOf(pair)) ? pair.Split('=')[0] + "=***" : pair)) }.Uri;
    }

    /// <summary>Whether a URL has a query parameter of a name.</summary>
    public static bool HasParameter(Uri url, string name) => Pairs(url.Query).Any(pair => NameOf(pair) == name);

    /// <summary>Whether a <c>Cookie</c> header has a cookie of a name.</summary>
    public static bool HasCookie(string? header, string name) =>
        header?.Split(';').Any(cookie => cookie.AsSpan().Trim() is var pair && pair.StartsWith(name) && pair[name.Length..].StartsWith("=")) == true;

    private static Dictionary<string, string> AddedParameters(Uri? asked, CallState? state)
    {
        var added = new Dictionary<string, string>(StringComparer.Ordinal);
        if (state is null || asked is not { IsAbsoluteUri: true, Query.Length: >= 2 })
            return added;
        var before = Pairs(state.Target.Query).Select(NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var pair in Pairs(asked.Query))
        {
            if (!before.Contains(NameOf(pair)))
                added[NameOf(pair)] = Uri.UnescapeDataString(pair[Math.Min(pair.IndexOf('=') + 1, pair.Length)..]);
        }
        return added;
    }

    private static IEnumerable<string> Pairs(string query) => query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static string NameOf(string pair) => Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' '));
}
