using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The class of a client's options.</summary>
/// <param name="Client">The client.</param>
/// <param name="BaseType">The runtime's class.</param>
internal sealed record ClientOptionsShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string Client, string BaseType)
    : FileShape(HintName, Namespace, Usings, Name, Doc);
