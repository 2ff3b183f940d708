using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Specs.Tree;

/// <summary>A stretch of a document, from one offset to another: small, because a large document has millions of them.</summary>
internal readonly struct SpecSpan(SpecLines lines, int start, int end)
{
    public int Start => start;

    public int End => end;

    public SourceLocation Location => lines.Location(start, end);

    /// <summary>The document's path.</summary>
    public string File => lines.File;

    /// <summary>The stretch from this one's first character to another one's last; the other one itself when it stands in another file.</summary>
    public SpecSpan To(SpecSpan last) => last.File == File ? new(lines, start, Math.Max(start, last.End)) : last;
}
