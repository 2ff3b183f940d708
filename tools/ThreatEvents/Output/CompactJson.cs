using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ThreatEvents.Output;

/// <summary>Copies JSON as it was sent onto one line: the white space between tokens goes, everything else stays.</summary>
/// <remarks>
/// Not through <see cref="Utf8JsonWriter"/>: it unescapes and escapes every text again, and throws at half a surrogate pair
/// (<c>"\ud800"</c>), which a file name on a hostile machine can have. Characters that a terminal or a line reader could take
/// for more than text become escapes, which is the same JSON value.
/// </remarks>
internal static class CompactJson
{
    private static readonly SearchValues<byte> NeedsALook = SearchValues.Create(
        [(byte)'"', (byte)'\\', (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0x7F, .. Enumerable.Range(0x80, 0x80).Select(b => (byte)b)]);

    public static void Write(JsonElement element, ArrayBufferWriter<byte> to) => Write(JsonMarshal.GetRawUtf8Value(element), to);

    private static void Write(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> to)
    {
        var isInText = false;
        while (!json.IsEmpty)
        {
            var plain = json.IndexOfAny(NeedsALook) is var found and >= 0 ? found : json.Length;
            to.Write(json[..plain]);
            json = json[plain..];
            if (json.IsEmpty)
                return;

            json = json[WriteOne(json, to, ref isInText)..];
        }
    }

    /// <summary>Writes what stands at the start, and tells how many bytes that was.</summary>
    private static int WriteOne(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> to, ref bool isInText)
    {
        switch (json[0])
        {
            case (byte)'"':
                isInText = !isInText;
                to.Write(json[..1]);
                return 1;

            case (byte)'\\':
                // What is escaped cannot end the text, not even a quotation mark.
                to.Write(json[..2]);
                return 2;

            case (byte)' ' when isInText:
                to.Write(json[..1]);
                return 1;

            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                return 1;

            default:
                return WriteRune(json, to);
        }
    }

    private static int WriteRune(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> to)
    {
        // Bytes that are not UTF-8 come out as U+FFFD, so that the line is valid JSON.
        var status = Rune.DecodeFromUtf8(json, out var rune, out var length);
        if (status != OperationStatus.Done)
            to.Write("\uFFFD"u8);
        else if (SafeText.IsHarmful(rune))
            WriteEscape(rune, to);
        else
            to.Write(json[..length]);

        return length;
    }

    /// <summary>JSON has no escape for a character beyond U+FFFF but those of its two surrogates (RFC 8259, 7).</summary>
    private static void WriteEscape(Rune rune, ArrayBufferWriter<byte> to)
    {
        foreach (var unit in rune.ToString())
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"), to);
    }
}
