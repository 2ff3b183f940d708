using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Kiln.Runtime.Paging;

/// <summary>The position of an iteration over pages.</summary>
/// <param name="Cursor">The cursor of the page; null for the first one.</param>
/// <param name="Items">How many of the page's items are behind, those included that could not be read.</param>
/// <param name="Kind">What the cursor is.</param>
internal readonly record struct ResumePosition(string? Cursor, int Items, PagingKind Kind)
{
    // No cursor begins like this by chance, and a token that is damaged is refused in place of being sent as a cursor.
    private const string Prefix = "kiln-resume.1.";
    private const int ChecksumLength = 4;
    // The first bit of the byte behind the number of items; the others are the kind.
    private const int HasCursor = 1;

    private const int HeadLength = ChecksumLength + sizeof(int) + 1;

    /// <summary>The place as one text of URL-safe ASCII characters.</summary>
    public string ToToken()
    {
        var cursor = Encoding.UTF8.GetBytes(Cursor ?? "");
        var bytes = new byte[HeadLength + cursor.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(ChecksumLength), Items);
        bytes[HeadLength - 1] = (byte)((Cursor is null ? 0 : HasCursor) | ((int)Kind << 1));
        cursor.CopyTo(bytes, HeadLength);
        Checksum(bytes).CopyTo(bytes, 0);
        return Prefix + Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>The place that a token or a plain cursor names.</summary>
    /// <param name="text">The token or cursor.</param>
    /// <param name="kind">What a plain cursor is.</param>
    /// <param name="place">The place.</param>
    /// <returns>False for a token that is damaged.</returns>
    public static bool TryParse(string text, PagingKind kind, [NotNullWhen(true)] out ResumePosition? place)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            place = new(text, 0, kind);
            return true;
        }

        place = null;
        var encoded = text[Prefix.Length..].Replace('-', '+').Replace('_', '/');
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded.PadRight((encoded.Length + 3) / 4 * 4, '='), bytes, out var length) || length < HeadLength)
            return false;

        bytes = bytes[..length];
        var items = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(ChecksumLength));
        if (!bytes.AsSpan(0, ChecksumLength).SequenceEqual(Checksum(bytes)) || items < 0)
            return false;
        place = new((bytes[HeadLength - 1] & HasCursor) == 0 ? null : Encoding.UTF8.GetString(bytes, HeadLength, length - HeadLength), items, (PagingKind)(bytes[HeadLength - 1] >> 1));
        return true;
    }

    private static byte[] Checksum(byte[] bytes) => SHA256.HashData(bytes.AsSpan(ChecksumLength))[..ChecksumLength];
}
