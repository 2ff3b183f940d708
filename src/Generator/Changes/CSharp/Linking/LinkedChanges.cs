namespace Kiln.Generator.Changes.CSharp.Linking;

/// <summary>What the differences of two documents do to their SDKs.</summary>
/// <param name="Differences">Each difference, in the given order.</param>
/// <param name="Others">The changes that follow from no difference alone, such as those of names, in groups that are one change to a person.</param>
internal sealed record LinkedChanges(IReadOnlyList<LinkedDifference> Differences, IReadOnlyList<ChangeGroup> Others);
