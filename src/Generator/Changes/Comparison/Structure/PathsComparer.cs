using Kiln.Generator.Changes.Comparison.Contents;
using Kiln.Generator.Changes.Comparison.Lifecycles;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>Compares the operations of two documents, with their callbacks.</summary>
internal static class PathsComparer
{
    public static void Compare(ComparisonContext context, OperationComparer operations)
    {
        var (old, current) = (OperationReader.Read(context.OldNodes, context.Old.Api).ToList(), OperationReader.Read(context.CurrentNodes, context.Current.Api).ToList());
        var oldPaths = PathsOf(old);
        var newPaths = PathsOf(current);
        var pairs = OperationMatcher.Match(old, current, out var moved);

        foreach (var removed in pairs.Removed)
            context.Add(Named(removed, null).Differs(Aspects.Operation, ChangeAction.Removed, removed.Name, null, RemovalTraits(removed)));
        foreach (var added in pairs.Added)
            context.Add(Named(null, added).Differs(Aspects.Operation, ChangeAction.Added, null, added.Name, oldPaths.Contains(PathTemplate.WithoutNames(added.Path)) ? [] : [Traits.WholePath]));
        foreach (var (from, to) in moved)
            context.Add(Named(from, to).Differs(Aspects.Operation, ChangeAction.Renamed, from.Name, to.Name, RemovalTraits(from)));

        foreach (var (from, to) in pairs.Both.Concat(moved))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var operation = Named(from, to);
            operations.Compare(operation, from, to);
            CallbackComparer.Compare(context, operations, operation);
        }

        string[] RemovalTraits(OperationEntry removed) =>
            [.. LifecycleComparer.RemovalTraits(removed.Node, context.Terms), .. newPaths.Contains(PathTemplate.WithoutNames(removed.Path)) ? Array.Empty<string>() : [Traits.WholePath]];
    }

    private static HashSet<string> PathsOf(IEnumerable<OperationEntry> operations) => new(operations.Select(o => PathTemplate.WithoutNames(o.Path)), StringComparer.Ordinal);

    private static ComparedObject Named(OperationEntry? old, OperationEntry? current)
    {
        var name = (current ?? old)!.Name;
        return new(old?.Node, current?.Node, name, name);
    }
}
