using System.Globalization;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>The selected nodes of a tree, as a tree of keys: all of them are changed in one pass, and only their ancestors are copied.</summary>
internal sealed class SelectedNodes
{
    private readonly Dictionary<string, SelectedNodes> children = new(StringComparer.Ordinal);
    private bool isSelected;

    public SelectedNodes(IEnumerable<PathMatch> matches)
    {
        foreach (var match in matches)
        {
            var at = this;
            foreach (var key in match.Keys())
            {
                if (!at.children.TryGetValue(key, out var next))
                    at.children.Add(key, next = new SelectedNodes([]));
                at = next;
            }
            at.isSelected = true;
        }
    }

    /// <summary>The tree with each selected node changed, or removed if the change returns <see langword="null"/>. Selected descendants of a selected node are changed before it.</summary>
    public SpecNode? Change(SpecNode node, Func<SpecNode, SpecNode?> change)
    {
        if (children.Count > 0)
        {
            var index = 0;
            node = node switch
            {
                SpecMap map => map.WithValues(e => children.TryGetValue(e.Key, out var inner) ? inner.Change(e.Value, change) : e.Value),
                SpecList list => list.WithItems(item =>
                    children.TryGetValue((index++).ToString(CultureInfo.InvariantCulture), out var inner) ? inner.Change(item, change) : item),
                _ => node,
            };
        }
        return isSelected ? change(node) : node;
    }
}
