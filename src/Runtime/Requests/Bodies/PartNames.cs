using System.Text;

namespace Kiln.Runtime.Requests.Bodies;

/// <summary>The names of parts and files in a <c>Content-Disposition</c>: UTF-8 in quotes, in which what would end the quotes or the line is percent-encoded (RFC 7578, section 4.2; WHATWG HTML, "Multipart form data").</summary>
internal static class PartNames
{
    /// <summary>The name as it can stand between quotes.</summary>
    public static string Encode(string name)
    {
        if (!name.AsSpan().ContainsAnyInRange('\0', '\u001f') && !name.Contains('"') && !name.Contains('\u007f'))
            return name;

        // Other control characters than CR and LF would only be taken for the end of the header by servers that are wrong; they are of no use to any.
        var encoded = new StringBuilder(name.Length + 16);
        foreach (var c in name)
        {
            if (c is '"' or < ' ' or '\u007f')
                encoded.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else
                encoded.Append(c);
        }
        return encoded.ToString();
    }

    /// <summary>The last part of a path of any system: directories say something of the sender that is nobody's business (RFC 7578, section 4.2).</summary>
    public static string WithoutDirectories(string fileName) => fileName[(fileName.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
