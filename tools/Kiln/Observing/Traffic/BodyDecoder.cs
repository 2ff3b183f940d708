using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace Kiln.Tool.Observing.Traffic;

/// <summary>Gives the bytes of a body that was recorded as text.</summary>
internal static class BodyDecoder
{
    /// <summary>The most bytes that a body may have, also after it was decompressed: a few kilobytes can stand for gigabytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The bytes of a body; the fault, if there is one, is why there are none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isBase64">Whether the text is base64 of the bytes.</param>
    /// <param name="contentEncoding">The header of that name, or <see langword="null"/>. Most tools record a body without the coding, some with it.</param>
    public static (byte[] Bytes, string? Fault) Decode(string text, bool isBase64, string? contentEncoding)
    {
        if (!isBase64)
            return (Encoding.UTF8.GetBytes(text), null);
        if (!TryDecodeBase64(text, out var bytes))
            return ([], "the body is not valid base64");

        foreach (var coding in (contentEncoding ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (!IsCoded(bytes, coding.ToLowerInvariant()))
                continue;
            if (Decompress(bytes, coding.ToLowerInvariant()) is not ({ } plain, var fault))
                return (bytes, null);
            if (fault is not null)
                return ([], fault);
            bytes = plain;
        }
        return (bytes, null);
    }

    private static bool TryDecodeBase64(string text, out byte[] bytes)
    {
        // Line breaks are allowed; base64url is what some tools write, also without padding.
        var plain = text.Replace('-', '+').Replace('_', '/').TrimEnd();
        plain = plain.TrimEnd('=') is var digits && digits.Any(char.IsWhiteSpace) ? string.Concat(digits.Where(c => !char.IsWhiteSpace(c))) : digits;
        plain = plain.PadRight((plain.Length + 3) / 4 * 4, '=');
        bytes = [];
        if (!Base64.IsValid(plain.AsSpan(), out var length))
            return false;
        bytes = new byte[length];
        return Convert.TryFromBase64String(plain, bytes, out _);
    }

    // What is JSON already was recorded without its coding, whatever the header says. Brotli and deflate have no mark of their own.
    private static bool IsCoded(byte[] bytes, string coding) => coding switch
    {
        "gzip" or "x-gzip" => bytes is [0x1f, 0x8b, ..],
        "deflate" or "br" => bytes.Length > 0 && bytes[0] is not ((byte)'{' or (byte)'[' or (byte)' ' or (byte)'\n'),
        _ => false,
    };

    private static (byte[] Bytes, string? Fault)? Decompress(byte[] bytes, string coding)
    {
        try
        {
            using var plain = Open(new MemoryStream(bytes), coding, bytes);
            using var result = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int count; (count = plain.Read(buffer)) > 0; result.Write(buffer, 0, count))
            {
                if (result.Length + count > MaxBytes)
                    return ([], $"the body has more than {MaxBytes / (1024 * 1024)} MB when it is decompressed");
            }
            return (result.ToArray(), null);
        }
        catch (InvalidDataException)
        {
            return coding is "gzip" or "x-gzip" ? ([], "the body is not valid gzip") : null;
        }
        catch (InvalidOperationException)
        {
            // How the Brotli decoder says that it is none.
            return null;
        }
    }

    private static Stream Open(MemoryStream coded, string coding, byte[] bytes) => coding switch
    {
        "br" => new BrotliStream(coded, CompressionMode.Decompress),
        // "deflate" is zlib by its definition (RFC 9110, section 8.4.1.2); some services send it without the header of zlib.
        "deflate" when (bytes[0] & 0x0f) == 8 && bytes.Length > 1 && ((bytes[0] << 8) | bytes[1]) % 31 == 0 => new ZLibStream(coded, CompressionMode.Decompress),
        "deflate" => new DeflateStream(coded, CompressionMode.Decompress),
        _ => new GZipStream(coded, CompressionMode.Decompress),
    };
}
