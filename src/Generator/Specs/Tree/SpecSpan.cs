using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Specs.Tree;

/// <summary>A range of a document's text, from one offset to another: a small struct, because a large document has millions of them.</summary>
internal readonly struct SpecSpan(SpecLines lines, int start, int end)
{
    public int Start => start;

    public int End => end;

    public SourceLocation Location => lines.Location(start, end);

    /// <summary>The document's path.</summary>
    public string File => lines.File;

    /// <summary>The range from the start of this one to the end of another; the other one if it is in another file.</summary>
    public SpecSpan To(SpecSpan last) => last.File == File ? new(lines, start, Math.Max(start, last.End)) : last;
}
