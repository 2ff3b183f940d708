using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.CSharp.Surface;

/// <summary>A type of an SDK with the members that code outside of it can use.</summary>
/// <param name="FullName">Its name with its namespace, in the names of the new SDK.</param>
/// <param name="Keyword"><c>class</c>, <c>record struct</c> or another.</param>
/// <param name="Declaration">How it is declared, in one line.</param>
internal sealed record TypeSurface(string FullName, string Keyword, string Declaration)
{
    /// <summary>What it is called on its own side.</summary>
    public string OwnName { get; init; } = FullName;

    /// <summary>Whether code outside of the SDK can use it.</summary>
    public bool IsPublic { get; init; }

    public bool IsStatic { get; init; }

    public bool IsSealed { get; init; }

    public bool IsAbstract { get; init; }

    public bool IsObsolete { get; init; }

    /// <summary>The base class and the interfaces, in the order in which they are written.</summary>
    public EquatableArray<TypeText> Bases { get; init; } = [];

    public EquatableArray<MemberSurface> Members { get; init; } = [];

    /// <summary>The code that belongs to no member that can be used.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name without the namespace.</summary>
    public string Name => FullName.Substring(FullName.LastIndexOf('.') + 1);
}
