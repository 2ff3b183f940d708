using System.Globalization;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Overlays;

/// <summary>A node that a query selected, with the keys from the root to it.</summary>
internal sealed class PathMatch(SpecNode node, PathMatch? parent, string key)
{
    public SpecNode Node { get; } = node;

    public IReadOnlyList<string> Keys()
    {
        List<string> keys = [];
        for (var match = this; match.Parent is not null; match = match.Parent)
            keys.Add(match.Key);
        keys.Reverse();
        return keys;
    }

    public IEnumerable<PathMatch> Children() => Node switch
    {
        SpecMap map => map.Entries.Select(e => new PathMatch(e.Value, this, e.Key)),
        SpecList list => list.Items.Select((item, i) => Item(item, i)),
        _ => [],
    };

    /// <summary>The value of a key; <see langword="null"/> if there is none.</summary>
    public PathMatch? Child(string name) => Node is SpecMap map && map[name] is { } value ? new PathMatch(value, this, name) : null;

    /// <summary>An item of a list, counted from the end if the index is negative; <see langword="null"/> if there is none.</summary>
    public PathMatch? Child(int index) =>
        Node is SpecList list && (index < 0 ? index + list.Items.Count : index) is var at && at >= 0 && at < list.Items.Count ? Item(list.Items[at], at) : null;

    private PathMatch? Parent { get; } = parent;

    private string Key { get; } = key;

    private PathMatch Item(SpecNode item, int index) => new(item, this, index.ToString(CultureInfo.InvariantCulture));
}
