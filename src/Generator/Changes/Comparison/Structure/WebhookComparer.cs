using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Contents;
using Kiln.Generator.Specs.Grammar;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>Compares the webhooks of two documents.</summary>
internal static class WebhookComparer
{
    public static void Compare(ComparisonContext context, OperationComparer operations)
    {
        var pairs = KeyedPairs<OperationEntry>.Of(Read(context.OldNodes), Read(context.CurrentNodes), w => w.Name)
            .MatchBy(w => CanonicalText.Of(w.Node.Node), out var renamed);
        foreach (var removed in pairs.Removed)
            context.Add(Named(removed, null).Differs(Aspects.Webhook, ChangeAction.Removed, removed.Path, null));
        foreach (var added in pairs.Added)
            context.Add(Named(null, added).Differs(Aspects.Webhook, ChangeAction.Added, null, added.Path));
        foreach (var (from, to) in renamed)
            context.Add(Named(from, to).Differs(Aspects.Webhook, ChangeAction.Renamed, from.Path, to.Path));

        foreach (var (from, to) in pairs.Both.Concat(renamed))
        {
            var webhook = Named(from, to);
            operations.Compare(webhook, from, to);
            CallbackComparer.Compare(context, operations, webhook);
        }
    }

    private static ComparedObject Named(OperationEntry? old, OperationEntry? current)
    {
        var name = $"webhook {(current ?? old)!.Name}";
        return new(old?.Node, current?.Node, name, name) { IsOutgoing = true };
    }

    private static IEnumerable<OperationEntry> Read(DocumentNodes nodes) =>
        from webhook in nodes.Root.Entries("webhooks").Concat(nodes.Root.Entries("x-webhooks"))
        where !SpecGrammar.IsExtension(webhook.Key)
        from operation in OperationReader.Read(webhook.Key, nodes.Follow(webhook.Node))
        select operation;
}
