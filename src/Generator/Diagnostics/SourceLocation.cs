namespace Kiln.Generator.Diagnostics;

/// <summary>A stretch of text in a document: where something is said. Lines and columns count from 1.</summary>
/// <example><c>threat-events.openapi.yaml(12,7)</c></example>
/// <param name="File">The document's path, as the project gave it.</param>
/// <param name="Line">The first character's line.</param>
/// <param name="Column">The first character's column, in UTF-16 code units.</param>
/// <param name="EndLine">The line just behind the last character.</param>
/// <param name="EndColumn">The column just behind the last character.</param>
internal sealed record SourceLocation(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The start of a document, for what is wrong with it as a whole.</summary>
    public static SourceLocation StartOf(string file) => new(file, 1, 1, 1, 1);
}
