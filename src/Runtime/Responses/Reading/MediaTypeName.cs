namespace Kiln.Runtime.Responses;

/// <summary>The names of media types (RFC 9110, section 8.3.1).</summary>
internal static class MediaTypeName
{
    /// <summary>The type and subtype of a <c>Content-Type</c>, in lower case and without parameters; null if there is none.</summary>
    public static string? Of(string? contentType)
    {
        if (contentType is null)
            return null;
        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        var name = (end < 0 ? contentType : contentType[..end]).Trim().ToLowerInvariant();
        return name.Length == 0 ? null : name;
    }

    /// <summary>Whether it is a text for people or programs: any of <c>text</c>, or XML (RFC 7303).</summary>
    public static bool IsText(string name) => name.StartsWith("text/", StringComparison.Ordinal) || name == "application/xml" || name.EndsWith("+xml", StringComparison.Ordinal);

    /// <summary>Whether it is JSON, or a format that is made of it (RFC 6839, section 3.1).</summary>
    public static bool IsJson(string name) => name.EndsWith("/json", StringComparison.Ordinal) || name.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>Whether it is HTML.</summary>
    public static bool IsHtml(string name) => name is "text/html" or "application/xhtml+xml";
}
