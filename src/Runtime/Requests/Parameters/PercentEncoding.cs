using System.Text;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Requests;

/// <summary>Encodes texts for URLs (RFC 3986, section 2.1).</summary>
internal static class PercentEncoding
{
    /// <summary>What System.Uri would decode, and so make a separator of it.</summary>
    public const string FullStop = "%2E";

    // Those reserved characters that may stand in a value of a query as they are (RFC 3986, section 3.4) and mean nothing there to those who read forms:
    // neither & nor +, nor what separates the items of a list.
    private const string ReservedInQueries = ":/?@!$'()*;=";

    // Those of them that do not end the segment of a path.
    private const string ReservedInPaths = ":@!$'()*";

    /// <summary>Encodes all characters but the unreserved ones (section 2.3), so that no text can change the structure of the URL.</summary>
    /// <exception cref="ArgumentException">The text has an unpaired surrogate, for which the encoder would put U+FFFD.</exception>
    public static string Encode(string text) => JsonUnicode.HasUnpaired(text)
        ? throw new ArgumentException("A text with an unpaired surrogate cannot be part of a URL.", nameof(text))
        : Uri.EscapeDataString(text);

    /// <summary>Encodes a value of a query; with <c>allowReserved</c>, some of the reserved characters stay.</summary>
    public static string EncodeQuery(string text, bool allowReserved) => allowReserved ? EncodeAllBut(text, ReservedInQueries) : Encode(text);

    /// <summary>Encodes a value in a path; with <c>allowReserved</c>, some of the reserved characters stay.</summary>
    public static string EncodePath(string text, bool allowReserved) => allowReserved ? EncodeAllBut(text, ReservedInPaths) : Encode(text);

    /// <summary>Encodes what may not stand in the value of a cookie (RFC 6265, section 4.1.1), and the percent sign; what may stays readable to a service that does not decode.</summary>
    public static string EncodeCookie(string text) => EncodeWhere(text, static c => c is <= ' ' or '"' or '%' or ',' or ';' or '\\' or > '~');

    /// <summary>Encodes what may not stand in the name of a cookie, a token (RFC 9110, section 5.6.2).</summary>
    public static string EncodeCookieName(string text) => EncodeWhere(text, static c => !char.IsAsciiLetterOrDigit(c) && !"!#$&'*+-.^_`|~".Contains(c));

    /// <summary>Encodes what may not stand in a URL at all, and leaves all that is encoded.</summary>
    public static string EncodeInvalid(string url) => EncodeWhere(url, static c => c is <= ' ' or '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or > '~');

    private static string EncodeWhere(string text, Predicate<char> isEncoded)
    {
        if (!text.Any(c => isEncoded(c)))
            return text;
        var encoded = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            encoded.Append(rune.IsBmp && !isEncoded((char)rune.Value) ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        return encoded.ToString();
    }

    private static string EncodeAllBut(string text, string kept)
    {
        if (text.AsSpan().IndexOfAny(kept) < 0)
            return Encode(text);
        var encoded = new StringBuilder();
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var next = rest.IndexOfAny(kept);
            encoded.Append(Encode(rest[..(next < 0 ? rest.Length : next)].ToString()));
            if (next < 0)
                break;
            encoded.Append(rest[next]);
            rest = rest[(next + 1)..];
        }
        return encoded.ToString();
    }
}
