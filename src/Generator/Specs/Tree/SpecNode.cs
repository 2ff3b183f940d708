using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Specs.Tree;

/// <summary>A node of a YAML or JSON document that knows where it stands.</summary>
internal abstract class SpecNode(SpecSpan span)
{
    public SpecSpan Span { get; } = span;

    /// <summary>The node's first to last character.</summary>
    public SourceLocation Location => Span.Location;
}
