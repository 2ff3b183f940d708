using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Lifecycles;
using Kiln.Generator.Changes.Comparison.Schemas;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>Compares the headers of responses.</summary>
internal sealed class HeaderComparer(ComparisonContext context, SchemaComparer schemas, ContentComparer contents)
{
    /// <summary>Compares the headers of two responses.</summary>
    public void Compare(ComparedObject response)
    {
        var pairs = KeyedPairs<HeaderEntry>.Of(Read(context.OldNodes, response.Old), Read(context.CurrentNodes, response.Current), e => e.Key);
        foreach (var removed in pairs.Removed)
            context.Add((Named(response, removed.Node, null, removed.Name) with { OldAt = removed.At }).Differs(Aspects.ResponseHeader, ChangeAction.Removed, removed.Name, null, removed.Requiredness));
        foreach (var added in pairs.Added)
            context.Add((Named(response, null, added.Node, added.Name) with { CurrentAt = added.At }).Differs(Aspects.ResponseHeader, ChangeAction.Added, null, added.Name, added.Requiredness));
        foreach (var (from, to) in pairs.Both)
            Compare(Named(response, from.Node, to.Node, to.Name), from, to);
    }

    /// <summary>Compares the headers that two objects both have.</summary>
    public void CompareShared(ComparedObject owner)
    {
        foreach (var (from, to) in KeyedPairs<HeaderEntry>.Of(Read(context.OldNodes, owner.Old), Read(context.CurrentNodes, owner.Current), e => e.Key).Both)
            Compare(Named(owner, from.Node, to.Node, to.Name), from, to);
    }

    private void Compare(ComparedObject header, HeaderEntry from, HeaderEntry to)
    {
        if (from.Requiredness != to.Requiredness)
            context.Add(header.At("required").Differs(Aspects.Required, to.Requiredness == Traits.Required ? ChangeAction.Added : ChangeAction.Removed, null, null));
        LifecycleComparer.Compare(context, header);
        TextComparer.Compare(context, header);
        if (from.Node.Child("schema") is { } old && to.Node.Child("schema") is { } current)
            schemas.Compare(old, current, header.Use);
        contents.Compare(header);
    }

    private ComparedObject Named(ComparedObject response, PointedNode? old, PointedNode? current, string name) =>
        context.Within(response, old, current, $"header {name}") with { Places = ChangePlaces.Header };

    // The content type is that of the body (OpenAPI 3.1.1, "Response Object"), and names have no case.
    private static IEnumerable<HeaderEntry> Read(DocumentNodes nodes, PointedNode? response) =>
        (response?.Entries("headers") ?? []).Where(e => !e.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            .Select(e => new HeaderEntry(e.Key, e.Key.ToLowerInvariant(), e.Node, nodes.Follow(e.Node)));

    private sealed record HeaderEntry(string Name, string Key, PointedNode At, PointedNode Node)
    {
        public string Requiredness => Node["required"] is SpecScalar { Kind: ScalarKind.Boolean, Text: "true" } ? Traits.Required : Traits.Optional;
    }
}
