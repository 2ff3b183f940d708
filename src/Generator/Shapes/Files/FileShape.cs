using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>What one emitted file contains: every name, type and expression is decided, and emission only writes.</summary>
/// <param name="HintName">The file's name.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Usings">The namespaces that it uses, in order.</param>
/// <param name="Name">Its one class or struct.</param>
/// <param name="Doc">What that is.</param>
internal abstract record FileShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc)
{
    /// <summary>Whether it uses what the document advises against: the consumer shall be warned of that, and not the SDK itself.</summary>
    public bool UsesDeprecated { get; init; }
}
