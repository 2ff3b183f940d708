using Kiln.Runtime.Requests;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Paging;

/// <summary>Reads and changes single parameters of the query of a URL that is finished.</summary>
internal static class UrlQuery
{
    /// <summary>The decoded value of the first parameter of a name; null if there is none.</summary>
    public static string? Find(Uri url, string name)
    {
        foreach (var pair in Pairs(url))
        {
            if (NameOf(pair) == name)
                return Decode(pair[Math.Min(pair.IndexOf('=') + 1, pair.Length)..]);
        }
        return null;
    }

    /// <summary>Sets a parameter: in the place of the first of its name, or behind the others. Further ones of its name are removed.</summary>
    public static void Set(RequestInformation request, string name, string value)
    {
        var url = request.URI;
        var pairs = Pairs(url).ToList();
        var place = pairs.FindIndex(pair => NameOf(pair) == name);
        pairs.RemoveAll(pair => NameOf(pair) == name);
        pairs.Insert(place < 0 ? pairs.Count : place, Pair(name, value));
        request.URI = With(url, pairs);
    }

    /// <summary>Adds a parameter behind the others, unless there is one of its name.</summary>
    public static void Add(RequestInformation request, string name, string value)
    {
        var url = request.URI;
        if (Find(url, name) is null)
            request.URI = With(url, [.. Pairs(url), Pair(name, value)]);
    }

    /// <summary>Removes the parameters of some names.</summary>
    public static void Remove(RequestInformation request, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return;
        var url = request.URI;
        var kept = Pairs(url).Where(pair => !names.Contains(NameOf(pair))).ToList();
        request.URI = With(url, kept);
    }

    private static string Pair(string name, string value) => $"{PercentEncoding.Encode(name)}={PercentEncoding.Encode(value)}";

    private static string[] Pairs(Uri url) => url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static string NameOf(string pair) => Decode(pair.Split('=')[0]);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static Uri With(Uri url, IReadOnlyList<string> pairs)
    {
        var path = url.AbsoluteUri.Split('?', '#')[0];
        var whole = pairs.Count == 0 ? path : $"{path}?{string.Join('&', pairs)}";
        // System.Uri would decode the full stop.
        return new Uri(whole, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = whole.Contains(PercentEncoding.FullStop, StringComparison.Ordinal) });
    }
}
