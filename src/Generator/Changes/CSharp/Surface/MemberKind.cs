namespace Kiln.Generator.Changes.CSharp.Surface;

/// <summary>What a member is.</summary>
internal enum MemberKind
{
    Property,
    Indexer,
    Method,
    Constructor,

    /// <summary>A conversion, or an operator.</summary>
    Operator,

    /// <summary>A field, or a constant.</summary>
    Field,
}
