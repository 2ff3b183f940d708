using System.Globalization;
using System.Text;

namespace Kiln.Generator.Tests.Requests.Decoding;

/// <summary>Decodes percent-encoded UTF-8 (RFC 3986, section 2.1). Bytes that are none are a fault of the sender.</summary>
internal static class PercentText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text that was encoded.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="isForm">Whether a plus sign is a space, as servers read a query and a form (WHATWG URL, section 5.1).</param>
    public static string Decode(string text, bool isForm = false)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                    throw new FormatException($"A percent sign without two hexadecimal digits in \"{text}\".");
                bytes.Add(value);
                i += 2;
            }
            else if (text[i] > '~' || text[i] <= ' ')
            {
                throw new FormatException($"The character U+{(int)text[i]:X4} stands unencoded in \"{text}\".");
            }
            else
            {
                bytes.Add(isForm && text[i] == '+' ? (byte)' ' : (byte)text[i]);
            }
        }
        return Strict.GetString([.. bytes]);
    }
}
