using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ThreatEvents.Output;

/// <summary>
/// JSON for people to read: an escape that is half of a surrogate pair alone (<c>"evil\ud800.exe"</c>, which NTFS allows as a name) becomes the text <c>\ud800</c>.
/// Bytes that are not UTF-8 become U+FFFD. A <see cref="JsonElement"/> with either throws when it is asked for a text or a name, which costs far more than the text.
/// </summary>
internal static class ShownJson
{
    private const int EscapeLength = 6;

    /// <summary>The same value, unless it has such an escape.</summary>
    public static JsonElement Of(JsonElement value)
    {
        var json = JsonMarshal.GetRawUtf8Value(value);
        var isUtf8 = Utf8.IsValid(json);
        if (!isUtf8)
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        var unpaired = NextUnpaired(json, 0);
        if (unpaired < 0 && isUtf8)
            return value;

        var shown = new ArrayBufferWriter<byte>(json.Length + 64);
        var copied = 0;
        for (; unpaired >= 0; unpaired = NextUnpaired(json, unpaired + EscapeLength))
        {
            shown.Write(json[copied..unpaired]);
            shown.Write("\\"u8); // in front of the backslash, which it makes one of the text's own
            copied = unpaired;
        }
        shown.Write(json[copied..]);

        var reader = new Utf8JsonReader(shown.WrittenSpan, new JsonReaderOptions { MaxDepth = int.MaxValue });
        return JsonElement.ParseValue(ref reader);
    }

    private static int NextUnpaired(ReadOnlySpan<byte> json, int start)
    {
        while (json[start..].IndexOf((byte)'\\') is var slash && slash >= 0)
        {
            start += slash;
            if (json[start + 1] != 'u')
            {
                start += 2;
                continue;
            }

            var unit = UnitAt(json, start);
            var isPair = char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(json, start + EscapeLength));
            if (char.IsSurrogate(unit) && !isPair)
                return start;
            start += isPair ? 2 * EscapeLength : EscapeLength;
        }

        return -1;
    }

    /// <summary>The character of the escape at a place; the null character if none is there.</summary>
    private static char UnitAt(ReadOnlySpan<byte> json, int place) =>
        json.Length >= place + EscapeLength && json[place] == '\\' && json[place + 1] == 'u'
            && ushort.TryParse(json.Slice(place + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
}
