using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Schemas;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Contents;

/// <summary>Compares the media types of bodies, and of parameters and headers that have some.</summary>
internal sealed class ContentComparer(ComparisonContext context, SchemaComparer schemas)
{
    private const string Content = "content";
    private const string Json = "application/json";

    /// <summary>Compares the <c>content</c> of two objects.</summary>
    /// <param name="owner">What has the media types; its places are those of the schemas.</param>
    public void Compare(ComparedObject owner)
    {
        var (old, current) = (Read(context.OldNodes, owner.Old), Read(context.CurrentNodes, owner.Current));
        var isOnlyOne = old.Count == 1 && current.Count == 1;
        var pairs = KeyedPairs<MediaTypeEntry>.Of(old, current, e => e.Key).Match((o, c) => MediaTypeNames.Compare(o.Name, c.Name) is not null, out var renamed);

        foreach (var (from, to) in renamed)
        {
            var mediaType = owner with { OldAt = from.Node, CurrentAt = to.Node };
            context.Add(mediaType.Differs(Aspects.MediaType, MediaTypeNames.Compare(from.Name, to.Name)!.Value, from.Name, to.Name));
        }
        foreach (var removed in pairs.Removed)
            context.Add((owner with { OldAt = removed.Node }).Differs(Aspects.MediaType, ChangeAction.Removed, removed.Name, null));
        foreach (var added in pairs.Added)
            context.Add((owner with { CurrentAt = added.Node }).Differs(Aspects.MediaType, ChangeAction.Added, null, added.Name));

        foreach (var (from, to) in pairs.Both.Concat(renamed))
            Compare(Named(owner, isOnlyOne, to), from, to);
    }

    private static List<MediaTypeEntry> Read(DocumentNodes nodes, PointedNode? owner) =>
        [.. (owner?.Entries(Content) ?? []).Where(e => !SpecGrammar.IsExtension(e.Key)).Select(e => new MediaTypeEntry(e.Key, MediaTypes.KeyOf(e.Key), nodes.Follow(e.Node)))];

    // The media type is not said where there is nothing to confuse it with.
    private static ComparedObject Named(ComparedObject owner, bool isOnlyOne, MediaTypeEntry entry) =>
        isOnlyOne || entry.Key == Json ? owner : owner with { Subject = $"{owner.Subject} {entry.Name}" };

    private void Compare(ComparedObject owner, MediaTypeEntry from, MediaTypeEntry to)
    {
        CompareSchema(owner, from, to, Aspects.MediaTypeSchema, from.Node.Child("schema"), to.Node.Child("schema"));
        CompareSchema(
            owner with { Subject = owner.Subject + " item" }, from, to, Aspects.ItemSchema,
            from.Node.Child("itemSchema") ?? ItemOf(context.OldNodes, from), to.Node.Child("itemSchema") ?? ItemOf(context.CurrentNodes, to));

        var encodings = new EncodingComparer(context, new(context, schemas, this));
        foreach (var key in new[] { "encoding", "prefixEncoding", "itemEncoding" })
            encodings.Compare(owner, from.Node.Child(key), to.Node.Child(key));
    }

    private void CompareSchema(ComparedObject owner, MediaTypeEntry from, MediaTypeEntry to, string aspect, PointedNode? old, PointedNode? current)
    {
        if (old is null && current is null)
            return;
        if (old is not null && current is not null)
            schemas.Compare(old, current, owner.Use with { IsText = IsText(from.Name) && IsText(to.Name) });
        else
            context.Add((owner with { OldAt = old ?? from.Node, CurrentAt = current ?? to.Node }).Differs(
                aspect, old is null ? ChangeAction.Added : ChangeAction.Removed, old is null ? null : from.Name, current is null ? null : to.Name));
    }

    private static bool IsText(string mediaType) => MediaTypes.KindOf(mediaType) == BodyKind.Text || MediaTypes.IsForm(mediaType) || MediaTypes.IsXml(mediaType);

    private static PointedNode? ItemOf(DocumentNodes nodes, MediaTypeEntry entry) =>
        entry.Node.Node is SpecMap map && StreamKeys.ItemOf(map) is { } reference ? nodes.Resolve(reference) : null;

    private sealed record MediaTypeEntry(string Name, string Key, PointedNode Node);
}
