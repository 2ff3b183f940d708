using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>Compares the links of responses.</summary>
internal static class LinkComparer
{
    /// <summary>Compares the links of two responses.</summary>
    public static void Compare(ComparisonContext context, ComparedObject response)
    {
        var pairs = KeyedPairs<(string Name, PointedNode At, PointedNode Node)>.Of(Read(context.OldNodes, response.Old), Read(context.CurrentNodes, response.Current), e => e.Name);
        foreach (var (name, at, node) in pairs.Removed)
            context.Add((context.Within(response, node, null, $"link {name}") with { OldAt = at }).Differs(Aspects.Link, ChangeAction.Removed, name, null));
        foreach (var (name, at, node) in pairs.Added)
            context.Add((context.Within(response, null, node, $"link {name}") with { CurrentAt = at }).Differs(Aspects.Link, ChangeAction.Added, null, name));
        foreach (var (from, to) in pairs.Both)
        {
            var link = context.Within(response, from.Node, to.Node, $"link {to.Name}");
            context.Add(link.Compared(Aspects.Link, CanonicalText.Of(from.Node.Node), CanonicalText.Of(to.Node.Node)));
        }
    }

    private static IEnumerable<(string Name, PointedNode At, PointedNode Node)> Read(DocumentNodes nodes, PointedNode? response) =>
        (response?.Entries("links") ?? []).Select(e => (e.Key, e.Node, nodes.Follow(e.Node)));
}
