using Kiln.Generator.Collections;

namespace Kiln.Generator.Specs.Filtering;

/// <summary>Selects the operations of a document: those that match each list of <paramref name="Include"/> that is not empty, and no list of <paramref name="Exclude"/>.</summary>
internal sealed record SpecFilter(OperationPatterns Include, OperationPatterns Exclude)
{
    /// <summary>Selects all operations.</summary>
    public static SpecFilter None { get; } = new(OperationPatterns.None, OperationPatterns.None);

    public bool IsEmpty => Include.IsEmpty && Exclude.IsEmpty;
}

/// <summary>Patterns that match operations, with <c>*</c> and <c>?</c> as wildcards.</summary>
/// <param name="Paths">Globs for paths: <c>*</c> matches within a segment, <c>**</c> across segments.</param>
/// <param name="Tags">Globs for tags.</param>
/// <param name="Operations">Globs for operation ids.</param>
internal sealed record OperationPatterns(EquatableArray<string> Paths, EquatableArray<string> Tags, EquatableArray<string> Operations)
{
    public static OperationPatterns None { get; } = new([], [], []);

    public bool IsEmpty => Paths.Count == 0 && Tags.Count == 0 && Operations.Count == 0;
}
