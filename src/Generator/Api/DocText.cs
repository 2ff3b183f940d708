namespace Kiln.Generator.Api;

/// <summary>Prose of the document, with one kind of line end and no blank edges.</summary>
internal static class DocText
{
    public static string? Of(string? text)
    {
        var trimmed = text?.Replace("\r\n", "\n").Replace('\r', '\n').Trim();
        return string.IsNullOrEmpty(trimmed) ? null : trimmed;
    }
}
