namespace Kiln.Generator.Tests.Requests.Making;

/// <summary>Which texts a place of a request can hold.</summary>
/// <param name="Forbidden">Characters that it cannot hold.</param>
/// <param name="IsAscii">Whether it holds visible characters of ASCII only, and blanks between them.</param>
/// <param name="IsText">Whether values are sent as text: null, an empty list and an empty object have none.</param>
/// <param name="IsPath">Whether it is in the path, where no value may be empty or a dot segment.</param>
internal sealed record TextRules(string Forbidden = "", bool IsAscii = false, bool IsText = false, bool IsPath = false)
{
    /// <summary>JSON, which holds any text.</summary>
    public static TextRules Json { get; } = new();

    public bool Allow(string text) =>
        text.AsSpan().IndexOfAny(Forbidden) < 0
        && !(IsAscii && (text.Any(c => c is < ' ' or > '~') || text.Trim(' ').Length != text.Length))
        && !(IsPath && text is "" or "." or "..")
        && !(IsText && text.Contains('\0'));
}
