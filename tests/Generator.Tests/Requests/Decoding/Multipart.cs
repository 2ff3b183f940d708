using System.Text;

namespace Kiln.Generator.Tests.Requests.Decoding;

/// <summary>A part of a multipart body (RFC 2046, section 5.1; RFC 7578).</summary>
internal sealed record MultipartPart(IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    public string? Header(string name) => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The field's name; <see langword="null"/> for none.</summary>
    public string? Name => Multipart.Parameter(Header("Content-Disposition"), "name");

    public string? FileName => Multipart.Parameter(Header("Content-Disposition"), "filename");
}

/// <summary>Takes a multipart body apart.</summary>
internal static class Multipart
{
    public static IReadOnlyList<MultipartPart> Read(byte[] body, string contentType)
    {
        var boundary = Encoding.ASCII.GetBytes("--" + (Parameter(contentType, "boundary") ?? throw new FormatException("There is no boundary.")));
        var parts = new List<MultipartPart>();
        var at = body.AsSpan().IndexOf(boundary);
        if (at < 0)
            throw new FormatException("The boundary is not in the body.");
        while (true)
        {
            at += boundary.Length;
            if (body.AsSpan(at).StartsWith("--"u8))
                return parts;
            at = Skip(body, at);
            var end = body.AsSpan(at).IndexOf([.. "\r\n"u8, .. boundary]);
            if (end < 0)
                throw new FormatException("The last boundary is missing.");
            parts.Add(Part(body[at..(at + end)]));
            at += end + 2;
        }
    }

    /// <summary>A parameter of a header's value, as browsers write and servers read it: no backslash means anything, and three characters are percent-encoded (WHATWG HTML, "multipart/form-data").</summary>
    public static string? Parameter(string? value, string name)
    {
        var rest = value ?? "";
        while (rest.IndexOf(';') is >= 0 and var semicolon)
        {
            rest = rest[(semicolon + 1)..].TrimStart();
            var equals = rest.IndexOf('=');
            if (equals < 0)
                return null;
            var key = rest[..equals];
            rest = rest[(equals + 1)..];
            var isQuoted = rest.StartsWith('"');
            var end = isQuoted ? rest.IndexOf('"', 1) : rest.IndexOf(';');
            if (isQuoted && end < 0)
                throw new FormatException($"A quotation mark is missing in \"{value}\".");
            var text = end < 0 ? rest : rest[(isQuoted ? 1 : 0)..end];
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return isQuoted ? text.Replace("%22", "\"").Replace("%0D", "\r").Replace("%0A", "\n") : text;
            rest = end < 0 ? "" : rest[end..];
        }
        return null;
    }

    private static int Skip(byte[] body, int at) =>
        body.AsSpan(at).StartsWith("\r\n"u8) ? at + 2 : throw new FormatException("Something stands behind a boundary.");

    private static MultipartPart Part(byte[] part)
    {
        var end = part.AsSpan().StartsWith("\r\n"u8) ? 0 : part.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
            throw new FormatException("A part has no end of its headers.");
        var headers = Encoding.UTF8.GetString(part[..end]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.IndexOf(':') is > 0 and var colon ? (l[..colon].Trim(), l[(colon + 1)..].Trim()) : throw new FormatException($"\"{l}\" is no header."));
        return new([.. headers], part[(end == 0 ? 2 : end + 4)..]);
    }
}
