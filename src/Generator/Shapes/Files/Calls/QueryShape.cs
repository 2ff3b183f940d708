using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The query parameters and typed request headers of an operation.</summary>
internal sealed record QueryShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, EquatableArray<QueryFieldShape> Fields)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A parameter in a <see cref="QueryShape"/>.</summary>
internal sealed record QueryFieldShape(string Name, string Type, DocShape Doc);
