using Kiln.Generator.Collections;

namespace Kiln.Generator.Specs.Filtering;

/// <summary>Which operations of a document are wanted. An operation stays when each list of <paramref name="Include"/> that is not empty names it, and none of <paramref name="Exclude"/> does.</summary>
internal sealed record SpecFilter(OperationPatterns Include, OperationPatterns Exclude)
{
    /// <summary>Takes a document whole.</summary>
    public static SpecFilter None { get; } = new(OperationPatterns.None, OperationPatterns.None);

    public bool IsEmpty => Include.IsEmpty && Exclude.IsEmpty;
}

/// <summary>Names operations by patterns, in which <c>*</c> and <c>?</c> stand for other characters.</summary>
/// <param name="Paths">Globs over paths: <c>*</c> stays within a segment, <c>**</c> does not.</param>
/// <param name="Tags">Over tags.</param>
/// <param name="Operations">Over operation ids.</param>
internal sealed record OperationPatterns(EquatableArray<string> Paths, EquatableArray<string> Tags, EquatableArray<string> Operations)
{
    public static OperationPatterns None { get; } = new([], [], []);

    public bool IsEmpty => Paths.Count == 0 && Tags.Count == 0 && Operations.Count == 0;
}
