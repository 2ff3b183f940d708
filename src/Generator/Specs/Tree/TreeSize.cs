namespace Kiln.Generator.Specs.Tree;

/// <summary>Measures trees: a few lines of YAML can expand to very many nodes.</summary>
internal static class TreeSize
{
    /// <summary>The number of nodes of a tree; counting stops above the limit.</summary>
    public static int Of(SpecNode node, int limit)
    {
        var count = 0;
        Count(node);
        return count;

        void Count(SpecNode at)
        {
            if (++count > limit)
                return;
            if (at is SpecMap map)
            {
                for (var i = 0; i < map.Entries.Count && count <= limit; i++)
                    Count(map.Entries[i].Value);
            }
            else if (at is SpecList list)
            {
                for (var i = 0; i < list.Items.Count && count <= limit; i++)
                    Count(list.Items[i]);
            }
        }
    }

    /// <summary>The nesting depth of maps and lists; 0 for a scalar.</summary>
    public static int Depth(SpecNode node) => node switch
    {
        SpecMap map => 1 + map.Entries.Select(e => Depth(e.Value)).DefaultIfEmpty().Max(),
        SpecList list => 1 + list.Items.Select(Depth).DefaultIfEmpty().Max(),
        _ => 0,
    };
}
