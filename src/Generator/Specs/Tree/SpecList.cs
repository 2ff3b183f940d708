namespace Kiln.Generator.Specs.Tree;

/// <summary>A sequence (YAML) or array (JSON).</summary>
internal sealed class SpecList(SpecSpan span, IReadOnlyList<SpecNode> items) : SpecNode(span)
{
    public IReadOnlyList<SpecNode> Items { get; } = items;
}
