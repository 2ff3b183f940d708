using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>Compares the responses of operations by status.</summary>
internal sealed class ResponseComparer(ComparisonContext context, ContentComparer contents, HeaderComparer headers)
{
    /// <summary>Compares the responses of two operations.</summary>
    public void Compare(ComparedObject operation)
    {
        var pairs = KeyedPairs<ResponseEntry>.Of(Read(context.OldNodes, operation.Old), Read(context.CurrentNodes, operation.Current), e => e.Status);
        foreach (var removed in pairs.Removed)
            context.Add((Named(operation, removed.Node, null, removed.Status) with { OldAt = removed.At }).Differs(Aspects.Response, ChangeAction.Removed, removed.Status, null, TraitOf(removed.Status)));
        foreach (var added in pairs.Added)
            context.Add((Named(operation, null, added.Node, added.Status) with { CurrentAt = added.At }).Differs(Aspects.Response, ChangeAction.Added, null, added.Status, TraitOf(added.Status)));
        foreach (var (from, to) in pairs.Both)
        {
            var response = Named(operation, from.Node, to.Node, to.Status);
            TextComparer.Compare(context, response);
            headers.Compare(response);
            LinkComparer.Compare(context, response);
            contents.Compare(response with { Places = ChangePlaces.Body });
        }
    }

    private ComparedObject Named(ComparedObject operation, PointedNode? old, PointedNode? current, string status) => context.Within(operation, old, current, status);

    private static string TraitOf(string status) => status.StartsWith("2", StringComparison.Ordinal) ? Traits.Success : Traits.NonSuccess;

    private static IEnumerable<ResponseEntry> Read(DocumentNodes nodes, PointedNode? operation) =>
        (operation?.Entries("responses") ?? []).Where(e => !SpecGrammar.IsExtension(e.Key)).Select(e => new ResponseEntry(e.Key == "default" ? e.Key : e.Key.ToUpperInvariant(), e.Node, nodes.Follow(e.Node)));

    private sealed record ResponseEntry(string Status, PointedNode At, PointedNode Node);
}
