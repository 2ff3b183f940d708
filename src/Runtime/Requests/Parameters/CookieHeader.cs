using Kiln.Runtime.Wire;
using Microsoft.Kiota.Abstractions;

namespace Kiln.Runtime.Requests;

/// <summary>The <c>Cookie</c> header of a request (RFC 6265, section 4.2): all cookies stand in one value.</summary>
internal static class CookieHeader
{
    private const string Name = "Cookie";

    /// <summary>The cookies of a parameter; an exploded list or object is several.</summary>
    public static List<(string Name, string Value)> Write<T>(string name, WireType<T> type, T value, ParameterStyle style)
    {
        ArgumentNullException.ThrowIfNull(type);
        var isRaw = style is ParameterStyle.Cookie or ParameterStyle.CookieExploded;
        return [.. ParameterFlattener.Flatten(name, type, value, style).Select(p => (PercentEncoding.EncodeCookieName(p.Name), isRaw ? Raw(name, p) : Encoded(name, p)))];
    }

    /// <summary>Adds cookies to a header.</summary>
    /// <param name="headers">The headers of the request.</param>
    /// <param name="cookies">Encoded names and values.</param>
    /// <param name="replaces">Whether they replace those of the same name, or give way to them.</param>
    public static void Add(RequestHeaders headers, List<(string Name, string Value)> cookies, bool replaces)
    {
        var given = headers.TryGetValue(Name, out var values) ? values.SelectMany(v => v.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList() : [];
        if (replaces)
            given.RemoveAll(g => cookies.Exists(c => c.Name == NameOf(g)));
        var added = cookies.Where(c => !given.Exists(g => NameOf(g) == c.Name)).Select(c => $"{c.Name}={c.Value}").ToList();
        if (given.Count + added.Count == 0)
            return;
        headers.Remove(Name);
        headers.TryAdd(Name, string.Join("; ", given.Concat(added)));
    }

    private static string NameOf(string cookie) => cookie.Split('=')[0];

    private static string Encoded(string parameter, ParameterPair pair)
    {
        if (pair.Separator is not { } separator)
            return PercentEncoding.EncodeCookie(pair.Parts[0]);
        ParameterText.CheckParts(parameter, pair.Parts, separator);
        return string.Join(separator, pair.Parts.Select(PercentEncoding.EncodeCookie));
    }

    private static string Raw(string parameter, ParameterPair pair)
    {
        var text = pair.Join(parameter);
        return text.Any(c => c is < ' ' or ';' or > '~') ? throw ParameterText.Refused(parameter, "it has a character that cannot stand in a cookie, and its style encodes none") : text;
    }
}
