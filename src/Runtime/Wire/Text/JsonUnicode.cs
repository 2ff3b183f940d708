using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Kiln.Runtime.Wire;

/// <summary>
/// Text in JSON that is not valid Unicode: bytes that are not UTF-8, and <c>\uXXXX</c> that is an unpaired surrogate (RFC 8259, section 8.2, which
/// allows both readings of it). .NET's own readers end in exceptions there, of types that no caller expects; here nothing throws, and all is linear.
/// </summary>
internal static class JsonUnicode
{
    /// <summary>What is reported as expected where it is not.</summary>
    public const string Expected = "valid Unicode";

    private const int EscapeLength = 6; // \uXXXX
    private const int LongestOnStack = 256;

    /// <summary>The place of the first byte that is not UTF-8, or of the first escape of an unpaired surrogate; -1 if there is none.</summary>
    /// <param name="json">Well-formed JSON, or the text between the quotes of a string.</param>
    public static int FirstInvalid(ReadOnlySpan<byte> json)
    {
        var unpaired = FirstUnpaired(json);
        if (Utf8.IsValid(json))
            return unpaired;
        var notUtf8 = FirstNotUtf8(json);
        return unpaired < 0 ? notUtf8 : Math.Min(unpaired, notUtf8);
    }

    /// <summary>The place of the first escape of an unpaired surrogate; -1 if there is none.</summary>
    public static int FirstUnpaired(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0)
            return -1;
        for (var place = 0; ;)
        {
            var slash = json[place..].IndexOf((byte)'\\');
            if (slash < 0)
                return -1;
            place += slash;
            if (!TryGetUnit(json[place..], out var unit))
                place += 2; // another escape
            else if (!char.IsSurrogate(unit))
                place += EscapeLength;
            else if (IsPair(json[place..], unit, out _))
                place += 2 * EscapeLength;
            else
                return place;
        }
    }

    /// <summary>Whether a string holds a surrogate that is not one of a pair.</summary>
    public static bool HasUnpaired(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\ud800', '\udfff') is var place && place >= 0)
        {
            if (place + 1 == text.Length || !char.IsSurrogatePair(text[place], text[place + 1]))
                return true;
            text = text[(place + 2)..];
        }
        return false;
    }

    /// <summary>The string between two quotes.</summary>
    /// <param name="content">As it was scanned; cut off anywhere if only its beginning matters.</param>
    /// <param name="keepsEscapes">Whether an unpaired surrogate stays the text <c>\ud800</c>, and does not become U+FFFD as bytes that are not UTF-8 do.</param>
    /// <param name="isValid">Whether all of it is valid Unicode.</param>
    public static string Decode(ReadOnlySpan<byte> content, bool keepsEscapes, out bool isValid)
    {
        isValid = Utf8.IsValid(content);
        // No byte becomes more than one character.
        var rented = content.Length > LongestOnStack ? ArrayPool<char>.Shared.Rent(content.Length) : null;
        var characters = rented ?? stackalloc char[LongestOnStack];
        var text = new string(characters[..Decode(content, characters, keepsEscapes, ref isValid)]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return text;
    }

    /// <summary>JSON in valid UTF-8: what is not becomes U+FFFD. Escapes stay.</summary>
    public static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> json) =>
        Utf8.IsValid(json) ? json : ToBytes(Replaced(json));

    /// <summary>JSON in which all is valid Unicode, for readers that take nothing else: escapes of unpaired surrogates become <c>\ufffd</c> as well.</summary>
    public static byte[] Clean(ReadOnlySpan<byte> json)
    {
        var clean = ToUtf8(json).ToArray();
        for (var place = FirstUnpaired(clean); place >= 0;)
        {
            "\\ufffd"u8.CopyTo(clean.AsSpan(place));
            place += EscapeLength;
            var next = FirstUnpaired(clean.AsSpan(place));
            place = next < 0 ? -1 : place + next;
        }
        return clean;
    }

    /// <summary>Whether a reader is at this name; <see cref="Utf8JsonReader.ValueTextEquals(string)"/> throws for an unpaired surrogate.</summary>
    public static bool NameIs(in Utf8JsonReader reader, string name) => reader.ValueIsEscaped
        ? Decode(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, keepsEscapes: true, out _) == name
        : reader.ValueTextEquals(name);

    private static byte[] ToBytes(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }

    private static ReadOnlySpan<char> Replaced(ReadOnlySpan<byte> utf8)
    {
        var characters = new char[utf8.Length];
        return characters.AsSpan(0, Transcode(utf8, characters));
    }

    private static int Decode(ReadOnlySpan<byte> content, Span<char> target, bool keepsEscapes, ref bool isValid)
    {
        var written = 0;
        while (true)
        {
            var slash = content.IndexOf((byte)'\\');
            if (slash < 0 || slash + 1 == content.Length)
                return written + Transcode(slash < 0 ? content : content[..slash], target[written..]);

            written += Transcode(content[..slash], target[written..]);
            content = content[slash..];
            var length = 2;
            if (TryGetUnit(content, out var unit))
            {
                length = EscapeLength;
                if (IsPair(content, unit, out var low))
                {
                    target[written++] = unit;
                    (unit, length) = (low, 2 * EscapeLength);
                }
                else if (char.IsSurrogate(unit))
                {
                    isValid = false;
                    if (keepsEscapes)
                    {
                        written += Encoding.ASCII.GetChars(content[..EscapeLength], target[written..]);
                        content = content[EscapeLength..];
                        continue;
                    }
                    unit = '\ufffd';
                }
            }
            else
            {
                unit = JsonScanner.Unescape(content[1]);
            }
            target[written++] = unit;
            content = content[length..];
        }
    }

    // Faster than an encoding where much is not valid.
    private static int Transcode(ReadOnlySpan<byte> utf8, Span<char> target)
    {
        Utf8.ToUtf16(utf8, target, out _, out var written);
        return written;
    }

    private static bool IsPair(ReadOnlySpan<byte> json, char unit, out char low)
    {
        low = default;
        return char.IsHighSurrogate(unit) && TryGetUnit(json[EscapeLength..], out low) && char.IsLowSurrogate(low);
    }

    private static bool TryGetUnit(ReadOnlySpan<byte> json, out char unit)
    {
        unit = default;
        if (json.Length < EscapeLength || json[0] != '\\' || json[1] != 'u')
            return false;
        // The digits were checked when the string was scanned.
        Utf8Parser.TryParse(json[2..EscapeLength], out ushort value, out _, 'x');
        unit = (char)value;
        return true;
    }

    private static int FirstNotUtf8(ReadOnlySpan<byte> json)
    {
        var place = 0;
        while (Rune.DecodeFromUtf8(json[place..], out _, out var length) == OperationStatus.Done)
            place += length;
        return place;
    }
}
