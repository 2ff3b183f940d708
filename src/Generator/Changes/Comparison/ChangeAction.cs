namespace Kiln.Generator.Changes.Comparison;

/// <summary>What happened to an aspect.</summary>
internal enum ChangeAction
{
    Added,
    Removed,
    Changed,
    Increased,
    Decreased,

    /// <summary>It allows more than before.</summary>
    Widened,

    /// <summary>It allows less than before.</summary>
    Narrowed,

    /// <summary>It has another name, and is the same otherwise.</summary>
    Renamed,
}
