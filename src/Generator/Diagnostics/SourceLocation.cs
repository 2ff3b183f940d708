namespace Kiln.Generator.Diagnostics;

/// <summary>A range of text in a document. Lines and columns start at 1.</summary>
/// <example><c>threat-events.openapi.yaml(12,7)</c></example>
/// <param name="File">The document's path, as the project has it.</param>
/// <param name="Line">The first character's line.</param>
/// <param name="Column">The first character's column, in UTF-16 code units.</param>
/// <param name="EndLine">The line of the position after the last character.</param>
/// <param name="EndColumn">The column of the position after the last character.</param>
internal sealed record SourceLocation(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The start of a document, for a diagnostic about the whole document.</summary>
    public static SourceLocation StartOf(string file) => new(file, 1, 1, 1, 1);
}
