using Kiln.Generator.Api.Model;
using Kiln.Generator.Changes.Comparison.Contents;
using Kiln.Generator.Changes.Findings;

namespace Kiln.Generator.Changes.Comparison.Structure;

/// <summary>Compares what OpenAPI has no keyword for: how operations page and stream, how often they may be called, and whether they can be repeated.</summary>
internal static class ContractComparer
{
    /// <summary>Compares what an SDK is made from for two operations; nothing where one document has an operation that no SDK has.</summary>
    public static void Compare(ComparisonContext context, ComparedObject operation, OperationEntry old, OperationEntry current)
    {
        if (old.Record is not { } from || current.Record is not { } to)
            return;

        ComparePaging(context, operation.At("x-kiln-paging"), from.Paging, to.Paging);
        Add(context, Owner(context, operation, old, current, "x-kiln-rate-limit").Compared(Aspects.RateLimit, ContractTexts.Of(from.RateLimit), ContractTexts.Of(to.RateLimit)));
        Add(context, Owner(context, operation, old, current, "x-kiln-idempotency-key").Compared(Aspects.IdempotencyHeader, from.IdempotencyHeader, to.IdempotencyHeader));
        CompareStreams(context, operation.At("responses") with { Direction = Direction.Response }, from, to);
    }

    private static void ComparePaging(ComparisonContext context, ComparedObject operation, Paging? old, Paging? current)
    {
        string[] inferred = (current ?? old) is { IsInferred: true } ? [Traits.Inferred] : [];
        if (old is null || current is null)
        {
            Add(context, operation.Compared(Aspects.Paging, ContractTexts.Of(old), ContractTexts.Of(current), inferred));
            return;
        }
        var (before, after) = ContractTexts.Differing(old, current);
        if (after.Length > 0)
            context.Add(operation.Differs(Aspects.Paging, ChangeAction.Changed, before, after, before is null ? [.. inferred, Traits.Extended] : inferred));
    }

    private static void CompareStreams(ComparisonContext context, ComparedObject operation, Operation old, Operation current)
    {
        var pairs = KeyedPairs<ItemSequence>.Of(Streams(old), Streams(current), s => s.Format.ToString());
        foreach (var removed in pairs.Removed)
            context.Add(operation.Differs(Aspects.Streaming, ChangeAction.Removed, ContractTexts.Of(removed), null));
        foreach (var added in pairs.Added)
            context.Add(operation.Differs(Aspects.Streaming, ChangeAction.Added, null, ContractTexts.Of(added)));
        foreach (var (from, to) in pairs.Both)
            Add(context, operation.Compared(Aspects.Streaming, ContractTexts.Of(from), ContractTexts.Of(to)));
    }

    private static IEnumerable<ItemSequence> Streams(Operation operation) => operation.Streams.Select(s => s.Items!);

    // An extension of a path or of the document is one change, however many operations it is for.
    private static ComparedObject Owner(ComparisonContext context, ComparedObject operation, OperationEntry old, OperationEntry current, string key)
    {
        if (old.Node[key] is not null || current.Node[key] is not null)
            return operation.At(key);
        var ofPath = old.Item[key] is not null || current.Item[key] is not null;
        return ofPath
            ? (operation with { Old = old.Item, Current = current.Item, Subject = current.Path }).At(key)
            : (operation with { Old = context.OldNodes.Root, Current = context.CurrentNodes.Root, Subject = "" }).At(key);
    }

    private static void Add(ComparisonContext context, Difference? difference)
    {
        if (difference is not null)
            context.Add(difference);
    }
}
