using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs;

/// <summary>A document that was read, checked and brought to the one form that <c>Api</c> takes.</summary>
/// <param name="Path">The document's path.</param>
/// <param name="Root">The normal form; each node still knows where it came from.</param>
internal sealed record SpecDocument(string Path, SpecMap Root)
{
    /// <summary>Whether anything in it says what it is called in C#. Few documents do, and then nobody need look at each of their schemas for it.</summary>
    public bool HasNameOverrides { get; } = NameOverrideKeys.OccurIn(Root);

    /// <summary>Where the node of a JSON pointer (RFC 6901) stands; the nearest ancestor's place when there is no such node.</summary>
    /// <example><c>/components/schemas/ThreatEvent/properties/id</c></example>
    public SourceLocation LocationOf(string pointer) => JsonPointer.FindNearest(Root, pointer).Location;
}
