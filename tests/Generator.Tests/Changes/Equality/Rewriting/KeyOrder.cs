using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.Changes.Equality.Rewriting;

/// <summary>The keys of each object in another order.</summary>
internal static class KeyOrder
{
    public static DocumentTree Apply(DocumentTree document, Random random) => document with
    {
        Root = (SpecMap)Shuffled(document.Root, random),
        Others = [.. document.Others.Select(o => (o.Path, Shuffled(o.Root, random)))],
    };

    private static SpecNode Shuffled(SpecNode node, Random random)
    {
        switch (node)
        {
            case SpecMap map:
                var entries = map.Entries.Select(e => e.With(Shuffled(e.Value, random))).ToArray();
                random.Shuffle(entries);
                return new SpecMap(map.Span, entries);
            case SpecList list:
                return new SpecList(list.Span, [.. list.Items.Select(i => Shuffled(i, random))]);
            default:
                return node;
        }
    }
}
