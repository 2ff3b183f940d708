using System.Net.Http.Headers;
using System.Text;

namespace Kiln.Runtime.Responses;

/// <summary>Finds the charset of a text whose content type does not say it.</summary>
internal static class TextCharset
{
    // An XML declaration has a version, an encoding and one word more.
    private const int MaxDeclaration = 200;

    /// <summary>
    /// The content type of a text with its charset: the one that was received, unless it has none, and the text says it itself, by a byte order mark of UTF-16 or an XML declaration.
    /// </summary>
    public static string? Of(string? contentType, ReadOnlySpan<byte> text)
    {
        if (MediaTypeHeaderValue.TryParse(contentType, out var type) && type.CharSet is { Length: > 0 })
            return contentType;
        var charset = text is [0xFE, 0xFF, ..] ? "utf-16BE"
            : text is [0xFF, 0xFE, ..] ? "utf-16"
            : text.StartsWith("<?xml"u8) ? DeclaredIn(text[..Math.Min(text.Length, MaxDeclaration)])
            : null;
        return charset is null ? contentType : $"text/plain; charset={charset}";
    }

    // <?xml version="1.0" encoding="ISO-8859-1"?>
    private static string? DeclaredIn(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start);
        var end = text.IndexOf("?>", StringComparison.Ordinal);
        var at = text.IndexOf("encoding", StringComparison.Ordinal);
        if (at < 0 || at > end)
            return null;
        var value = text[(at + "encoding".Length)..end].TrimStart(' ', '=', '\t', '\r', '\n');
        var name = value is [var quote and ('"' or '\''), .. var inner] && inner.IndexOf(quote) is var length and > 0 ? inner[..length] : null;
        // The one that it cannot be, as the declaration was read; such a document is UTF-8 in fact.
        return name?.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) == true || name?.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':') == false ? null : name;
    }
}
