using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Specs.Tree;

/// <summary>A node of a YAML or JSON document, with its position.</summary>
internal abstract class SpecNode(SpecSpan span)
{
    public SpecSpan Span { get; } = span;

    /// <summary>The location of the node's text.</summary>
    public SourceLocation Location => Span.Location;
}
