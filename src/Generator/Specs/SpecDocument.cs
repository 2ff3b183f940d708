using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs;

/// <summary>A document that was read, checked and normalized.</summary>
/// <param name="Path">The document's path.</param>
/// <param name="Root">The root of the normalized tree, whose nodes keep their positions.</param>
internal sealed record SpecDocument(string Path, SpecMap Root)
{
    /// <summary>Whether it is inferred how operations page for which the document does not say it.</summary>
    public bool InfersPaging { get; init; } = true;

    /// <summary>Whether any node overrides a name in C#. Few documents do, so for most of them no schema has to be searched for an override.</summary>
    public bool HasNameOverrides { get; } = NameOverrideKeys.OccurIn(Root);

    /// <summary>The location of the node at a JSON pointer (RFC 6901); that of its nearest ancestor if there is no such node.</summary>
    /// <example><c>/components/schemas/ThreatEvent/properties/id</c></example>
    public SourceLocation LocationOf(string pointer) => JsonPointer.FindNearest(Root, pointer).Location;
}
