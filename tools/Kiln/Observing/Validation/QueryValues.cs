namespace Kiln.Tool.Observing.Validation;

/// <summary>Reads the query of a URL.</summary>
internal static class QueryValues
{
    /// <summary>The values by their names, in order.</summary>
    public static IReadOnlyDictionary<string, List<string>> Of(Uri url)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            if (!values.TryGetValue(name, out var list))
                values.Add(name, list = []);
            list.Add(equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }
        return values;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
