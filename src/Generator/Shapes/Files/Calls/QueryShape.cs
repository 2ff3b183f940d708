using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The query parameters and typed request headers of an operation.</summary>
/// <param name="Operation">The operation as the document names it: <c>GET /pets</c>.</param>
/// <param name="Fields">The parameters.</param>
internal sealed record QueryShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string Operation, EquatableArray<QueryFieldShape> Fields)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A parameter in a <see cref="QueryShape"/>.</summary>
/// <example><c>("Limit", "int?", "limit", IsHeader: false, …)</c></example>
internal sealed record QueryFieldShape(string Name, string Type, string WireName, bool IsHeader, DocShape Doc);
