using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The class of the parameters of an operation that need not be given: of those in its query, or of those in headers and cookies.</summary>
/// <param name="Operation">The operation as the document names it: <c>GET /pets</c>.</param>
/// <param name="AreHeaders">Whether they are in headers and cookies.</param>
/// <param name="Fields">The parameters.</param>
internal sealed record ParametersShape(
    string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string Operation, bool AreHeaders, EquatableArray<ParameterFieldShape> Fields)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A parameter in a <see cref="ParametersShape"/>.</summary>
/// <param name="Name">Its property.</param>
/// <param name="Type">The C# type of that.</param>
/// <param name="Sent">How it is written into a request.</param>
/// <param name="Doc">What the document says of it.</param>
internal sealed record ParameterFieldShape(string Name, string Type, SentShape Sent, DocShape Doc);
