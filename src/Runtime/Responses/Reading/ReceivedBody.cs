using System.Net;
using System.Text;
using Kiln.Runtime.Text;
using Kiln.Runtime.Wire;

namespace Kiln.Runtime.Responses;

/// <summary>What a body is by its content type and its first characters, where JSON was expected.</summary>
internal static class ReceivedBody
{
    // As far as a title is looked for: it stands near the start of a page.
    private const int MaxLookedAt = 16 * 1024;

    /// <summary>
    /// Whether a body that is to be a string is the text itself: it was received as <c>text/*</c>, though not as JSON or HTML, and is not in quotes from its start to its end. A body in quotes is
    /// a JSON string, whatever its content type says.
    /// </summary>
    public static bool IsPlainText(string? contentType, ReadOnlySpan<byte> utf8) =>
        contentType is not null
        && contentType.AsSpan().TrimStart().StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        && MediaTypeName.Of(contentType) is { } type && !MediaTypeName.IsJson(type) && !MediaTypeName.IsHtml(type)
        && !IsQuoted(JsonText.SkipByteOrderMark(utf8).Trim(" \t\r\n"u8));

    /// <summary>What came in place of JSON, for a message: <c>that is an HTML page titled 'Sign in', where JSON was expected</c>; null if nothing can be said of it.</summary>
    public static string? Instead(string? contentType, ReadOnlySpan<byte> body)
    {
        var text = BodyText.Decode(body[..Math.Min(body.Length, MaxLookedAt)], contentType, isCut: true).AsSpan().TrimStart();
        if (MediaTypeName.Of(contentType) is { } type && MediaTypeName.IsHtml(type) || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return $"that is an HTML page{TitleOf(text)}, where JSON was expected";
        return text.StartsWith("<") ? "that is XML, where JSON was expected" : null;
    }

    /// <summary>The content type of a body that is not JSON by it, for a message: <c> of the type text/csv</c>; otherwise empty.</summary>
    public static string OfType(string? contentType) => MediaTypeName.Of(contentType) is { } type && !MediaTypeName.IsJson(type) ? $"of the type {MessageText.OneLine(type)} " : "";

    private static string TitleOf(ReadOnlySpan<char> html)
    {
        var start = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return "";
        html = html[start..];
        html = html[(html.IndexOf('>') + 1)..];
        var end = html.IndexOf("</title", StringComparison.OrdinalIgnoreCase);
        var title = end < 0 ? "" : MessageText.Excerpt(WebUtility.HtmlDecode(html[..end].ToString()));
        return title.Length == 0 ? "" : $" titled '{title}'";
    }

    // Within the quotes, a quote is escaped: "a" and "b" is two words of a text.
    private static bool IsQuoted(ReadOnlySpan<byte> text)
    {
        if (text is not [(byte)'"', .. var inner, (byte)'"'])
            return false;
        while (inner.IndexOfAny((byte)'"', (byte)'\\') is var at and >= 0)
        {
            if (inner[at] == (byte)'"' || at + 1 == inner.Length)
                return false;
            inner = inner[(at + 2)..];
        }
        return true;
    }
}
