using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The headers of a response.</summary>
/// <param name="Operation">The operation as the document names it: <c>GET /pets</c>.</param>
/// <param name="Fields">The headers that the document names.</param>
internal sealed record HeadersShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string Operation, EquatableArray<HeaderFieldShape> Fields)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A header in a <see cref="HeadersShape"/>.</summary>
internal sealed record HeaderFieldShape(string Name, string Type, string WireName, string Wire, DocShape Doc);
