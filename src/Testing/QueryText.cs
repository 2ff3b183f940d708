namespace Kiln.Testing;

/// <summary>The query of a URL as its parameters.</summary>
internal static class QueryText
{
    /// <summary>Returns the names and values in their order, decoded as forms are (a plus is a space).</summary>
    public static IEnumerable<KeyValuePair<string, string>> Parse(string query)
    {
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = pair.IndexOf('=');
            yield return sign < 0 ? new(Decode(pair), "") : new(Decode(pair[..sign]), Decode(pair[(sign + 1)..]));
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
