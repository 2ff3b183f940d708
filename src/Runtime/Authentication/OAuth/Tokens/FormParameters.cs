namespace Kiln.Runtime.Authentication;

/// <summary>The parameters of a request to an authorization server, and which of them are secrets.</summary>
internal sealed class FormParameters
{
    private readonly List<KeyValuePair<string, string>> pairs = [];
    private readonly List<string> secrets = [];

    /// <summary>The parameters in the order in which they were added.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs => pairs;

    /// <summary>What no message may contain.</summary>
    public IReadOnlyList<string> Secrets => secrets;

    /// <summary>A text as in a form (RFC 6749, appendix B).</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    public FormParameters Copy()
    {
        var copy = new FormParameters();
        copy.pairs.AddRange(pairs);
        copy.secrets.AddRange(secrets);
        return copy;
    }

    /// <summary>Adds a parameter, or nothing for null or an empty text.</summary>
    public FormParameters Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            pairs.Add(new(name, value));
        return this;
    }

    /// <summary>Adds a parameter that no message may contain.</summary>
    public FormParameters AddSecret(string name, string value)
    {
        secrets.Add(value);
        return Add(name, value);
    }

    /// <summary>Adds parameters of the caller's, which do not replace those of the standard.</summary>
    public FormParameters AddOthers(IEnumerable<KeyValuePair<string, string>> others)
    {
        pairs.AddRange(others.Where(other => !pairs.Exists(p => p.Key == other.Key)).ToList());
        return this;
    }

    /// <summary>A URL with the parameters after those of its own query.</summary>
    public Uri AppendTo(Uri url)
    {
        var query = string.Join('&', pairs.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        return new UriBuilder(url) { Query = url.Query.Length > 1 ? $"{url.Query.TrimStart('?')}&{query}" : query, Fragment = "" }.Uri;
    }
}
