using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;

namespace Kiln.Runtime.Responses;

/// <summary>Between bytes and text by the charset that a media type declares.</summary>
internal static class BodyText
{
    /// <summary>How much of a body is kept as text in an exception, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The encoding of a media type: UTF-8 if it declares none, null if it declares one that .NET does not know.</summary>
    public static Encoding? EncodingOf(string? contentType)
    {
        var charset = MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.CharSet?.Trim('"', ' ') : null;
        if (string.IsNullOrEmpty(charset))
            return Encoding.UTF8;
        try
        {
            return Encoding.GetEncoding(charset);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null; // not known, or known and refused, as UTF-7 is
        }
    }

    /// <summary>Decodes what came, for people to read: never fails, and omits an incomplete character at the end of a truncated body.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType, bool isCut)
    {
        var encoding = EncodingOf(contentType) ?? Encoding.UTF8;
        if (bytes.StartsWith(encoding.Preamble))
            bytes = bytes[encoding.Preamble.Length..];

        isCut |= bytes.Length > MaxBytes;
        bytes = bytes[..Math.Min(bytes.Length, MaxBytes)];

        // A decoder that is not flushed keeps an unfinished character back.
        var decoder = encoding.GetDecoder();
        var text = new char[decoder.GetCharCount(bytes, !isCut)];
        return new(text, 0, decoder.GetChars(bytes, text, !isCut));
    }

    /// <summary>The bytes with another text in each place of one; the same array if it is nowhere.</summary>
    public static byte[] Replace(byte[] bytes, ReadOnlySpan<byte> old, ReadOnlySpan<byte> replacement)
    {
        var next = bytes.AsSpan().IndexOf(old);
        if (next < 0 || old.IsEmpty)
            return bytes;
        using var replaced = new MemoryStream(bytes.Length);
        var rest = bytes.AsSpan();
        for (; next >= 0; next = rest.IndexOf(old))
        {
            replaced.Write(rest[..next]);
            replaced.Write(replacement);
            rest = rest[(next + old.Length)..];
        }
        replaced.Write(rest);
        return replaced.ToArray();
    }

    /// <summary>Whether a body of a media type need not be decoded first.</summary>
    public static bool IsUtf8(string? contentType) => EncodingOf(contentType) is { } encoding && IsUtf8(encoding);

    // ASCII is part of UTF-8, and services that declare it mostly mean UTF-8.
    private static bool IsUtf8(Encoding encoding) => encoding.CodePage == Encoding.UTF8.CodePage || encoding.CodePage == Encoding.ASCII.CodePage;

    /// <summary>The body as UTF-8; the same bytes if it is that already.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not of the declared charset.</exception>
    public static bool TryToUtf8(ReadOnlyMemory<byte> bytes, string? contentType, [NotNullWhen(false)] out string? unknown, out ReadOnlyMemory<byte> utf8)
    {
        unknown = null;
        utf8 = bytes;
        var encoding = EncodingOf(contentType);
        if (encoding is null)
        {
            unknown = contentType!;
            return false;
        }
        if (IsUtf8(encoding))
            return true;

        var strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        var span = bytes.Span;
        utf8 = Encoding.UTF8.GetBytes(strict.GetString(span.StartsWith(strict.Preamble) ? span[strict.Preamble.Length..] : span));
        return true;
    }
}
