using System.Text;

namespace Kiln.Generator.Shapes.Paths;

/// <summary>Percent-encodes the literal text of a path template (RFC 3986, section 2.1).</summary>
internal static class PathLiteral
{
    private const string Invalid = "\"<>\\^`{|}";

    /// <summary>The text as a URL has it. What a URL cannot hold is encoded here, since <see cref="Uri"/> makes a slash of a backslash and removes blanks at the end and bidirectional controls; what is encoded already stays.</summary>
    /// <example><c>/a\b c</c> is <c>/a%5Cb%20c</c>.</example>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder();
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i++)
        {
            var c = (char)bytes[i];
            if (c is <= ' ' or > '~' || Invalid.IndexOf(c) >= 0 || (c == '%' && !(IsHexDigit(bytes, i + 1) && IsHexDigit(bytes, i + 2))))
                encoded.Append('%').Append(bytes[i].ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else
                encoded.Append(c);
        }
        return encoded.ToString();
    }

    private static bool IsHexDigit(byte[] bytes, int index) => index < bytes.Length && Uri.IsHexDigit((char)bytes[index]);
}
