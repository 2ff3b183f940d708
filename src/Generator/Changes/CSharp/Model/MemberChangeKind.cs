namespace Kiln.Generator.Changes.CSharp.Model;

/// <summary>What happened to a type or member.</summary>
internal enum MemberChangeKind
{
    Added,
    Removed,
    Changed,

    /// <summary>It is the same with another name.</summary>
    Renamed,
}
