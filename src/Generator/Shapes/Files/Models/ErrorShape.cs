using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>An exception that carries a model.</summary>
/// <example><c>ErrorResponseException</c> with the model <c>ErrorResponse</c>.</example>
internal sealed record ErrorShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string Model)
    : FileShape(HintName, Namespace, Usings, Name, Doc);
