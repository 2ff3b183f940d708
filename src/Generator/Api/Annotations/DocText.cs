namespace Kiln.Generator.Api.Annotations;

/// <summary>Descriptions of the document, with one kind of line ending and without white space around them.</summary>
internal static class DocText
{
    /// <summary>The text; <see langword="null"/> if there is none, or only white space.</summary>
    public static string? Of(string? text)
    {
        var trimmed = text?.Replace("\r\n", "\n").Replace('\r', '\n').Trim();
        return string.IsNullOrEmpty(trimmed) ? null : trimmed;
    }
}
