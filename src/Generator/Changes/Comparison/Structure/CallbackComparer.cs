using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Changes.Comparison.Contents;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>Compares the callbacks of operations.</summary>
internal static class CallbackComparer
{
    /// <summary>Compares the callbacks of two operations, and those that they have in turn.</summary>
    public static void Compare(ComparisonContext context, OperationComparer operations, ComparedObject operation)
    {
        // A callback may have itself as a callback.
        var seen = new HashSet<(string, string)>();
        var open = new Stack<ComparedObject>([operation]);
        while (open.Count > 0)
        {
            var owner = open.Pop();
            var pairs = KeyedPairs<CallbackEntry>.Of(Read(context.OldNodes, owner.Old), Read(context.CurrentNodes, owner.Current), c => $"{c.Name} {c.Operation.Method} {c.Operation.Path}")
                .MatchBy(c => $"{c.Name} {c.Operation.Method}", out var moved);

            foreach (var removed in pairs.Removed)
                context.Add((Named(context, owner, removed, null) with { OldAt = removed.At }).Differs(Aspects.Callback, ChangeAction.Removed, removed.Name, null));
            foreach (var added in pairs.Added)
                context.Add((Named(context, owner, null, added) with { CurrentAt = added.At }).Differs(Aspects.Callback, ChangeAction.Added, null, added.Name));
            foreach (var (from, to) in moved)
                context.Add((Named(context, owner, from, to) with { OldAt = from.At, CurrentAt = to.At }).Differs(Aspects.Callback, ChangeAction.Changed, from.Operation.Path, to.Operation.Path));

            foreach (var (from, to) in pairs.Both.Concat(moved).Where(p => seen.Add((p.Old.Operation.Node.Pointer, p.Current.Operation.Node.Pointer))))
            {
                var callback = Named(context, owner, from, to);
                operations.Compare(callback, from.Operation, to.Operation);
                open.Push(callback);
            }
        }
    }

    private static ComparedObject Named(ComparisonContext context, ComparedObject owner, CallbackEntry? old, CallbackEntry? current)
    {
        var callback = (current ?? old)!;
        var named = context.Within(owner, old?.Node, current?.Node, $"callback {callback.Name}");
        return named with { Old = old?.Operation.Node, Current = current?.Operation.Node, Subject = $"{named.Subject} {callback.Operation.Method}", IsOutgoing = true };
    }

    private static IEnumerable<CallbackEntry> Read(DocumentNodes nodes, PointedNode? operation)
    {
        foreach (var (name, reference) in operation?.Entries("callbacks") ?? [])
        {
            var callback = nodes.Follow(reference);
            foreach (var expression in (callback.Node as SpecMap)?.Entries.Select(e => e.Key).Where(k => !SpecGrammar.IsExtension(k)) ?? [])
            {
                foreach (var entry in OperationReader.Read(expression, nodes.Follow(callback.Child(expression)!.Value)))
                    yield return new(name, reference, callback, entry);
            }
        }
    }

    private sealed record CallbackEntry(string Name, PointedNode At, PointedNode Node, OperationEntry Operation);
}
