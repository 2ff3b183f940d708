using System.Text;

namespace Kiln.Runtime.Responses;

/// <summary>Reads and writes the file name of <c>Content-Disposition</c> (RFC 6266).</summary>
internal static class ContentDisposition
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A header that names a file.</summary>
    public static string Attachment(string fileName) => "attachment; filename*=UTF-8''" + Uri.EscapeDataString(fileName);

    /// <summary>The name under which a body can be saved; null if the header names none that is of use.</summary>
    public static string? FileNameOf(string? header)
    {
        if (header is null)
            return null;
        string? plain = null, extended = null;
        foreach (var (name, value) in Parameters(header))
        {
            if (name.Equals("filename*", StringComparison.OrdinalIgnoreCase))
                extended ??= DecodeExtended(value);
            else if (name.Equals("filename", StringComparison.OrdinalIgnoreCase))
                plain ??= DecodeRaw(value);
        }
        // RFC 6266, section 4.3: the extended one is preferred, and the other is there for those who do not know it.
        return (extended is null ? null : SafeFileName.Of(extended)) ?? (plain is null ? null : SafeFileName.Of(plain));
    }

    // Values are tokens or quoted strings; what is malformed ends at the next semicolon.
    private static IEnumerable<(string Name, string Value)> Parameters(string header)
    {
        var at = EndOfValue(header, 0);
        while (at < header.Length)
        {
            at++; // the semicolon
            var equals = header.IndexOf('=', at);
            var end = EndOfValue(header, at);
            if (equals < 0)
                yield break;
            if (equals < end)
                yield return (header[at..equals].Trim(), Unquote(header[(equals + 1)..end].Trim()));
            at = end;
        }
    }

    /// <summary>The place of the next semicolon that is not within quotes, or the end.</summary>
    private static int EndOfValue(string header, int start)
    {
        var isQuoted = false;
        for (var i = start; i < header.Length; i++)
        {
            if (header[i] == '"')
                isQuoted = !isQuoted;
            else if (header[i] == '\\' && isQuoted)
                i++;
            else if (header[i] == ';' && !isQuoted)
                return i;
        }
        return header.Length;
    }

    private static string Unquote(string value)
    {
        if (value is not ['"', .. var inner])
            return value;
        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length && inner[i] != '"'; i++)
        {
            // Windows' services send paths without escaping them: a backslash is an escape before a quote or another backslash only.
            if (inner[i] == '\\' && i + 1 < inner.Length && inner[i + 1] is '"' or '\\')
                i++;
            text.Append(inner[i]);
        }
        return text.ToString();
    }

    // charset'language'percent-encoded (RFC 8187, section 3.2).
    private static string? DecodeExtended(string value)
    {
        if (value.Split('\'') is not [var charset, _, var encoded] || !charset.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) && !charset.Equals("ISO-8859-1", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] is not '%')
            {
                if (!char.IsAscii(encoded[i]))
                    return null;
                bytes.Add((byte)encoded[i]);
            }
            else if (i + 2 < encoded.Length && char.IsAsciiHexDigit(encoded[i + 1]) && char.IsAsciiHexDigit(encoded[i + 2]))
            {
                bytes.Add(Convert.ToByte(encoded.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                return null;
            }
        }
        return Decode([.. bytes], charset.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) ? StrictUtf8 : Encoding.Latin1);
    }

    // .NET reads headers as Latin-1; services send UTF-8.
    private static string DecodeRaw(string value) =>
        value.AsSpan().ContainsAnyExceptInRange('\0', '\u00ff') ? value : Decode(Encoding.Latin1.GetBytes(value), StrictUtf8) ?? value;

    private static string? Decode(byte[] bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
