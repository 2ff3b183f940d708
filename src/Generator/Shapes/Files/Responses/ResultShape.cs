using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The result of an operation whose successes have bodies of several types.</summary>
/// <param name="Operation">The operation as the document names it: <c>POST /pets</c>.</param>
/// <param name="Cases">The bodies.</param>
/// <param name="EmptyStatuses">The status codes without any of them; 0 for a range.</param>
internal sealed record ResultShape(
    string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string Operation, EquatableArray<ResultCaseShape> Cases, EquatableArray<int> EmptyStatuses)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>One of the bodies.</summary>
/// <param name="Property">Its property.</param>
/// <param name="Parameter">Its parameter.</param>
/// <param name="Type">The C# type, without the sign that it may be null.</param>
/// <param name="Read">The C# type as it is read.</param>
/// <param name="Content">How it is read.</param>
/// <param name="Statuses">The status codes that have it; 0 for a range.</param>
internal sealed record ResultCaseShape(string Property, string Parameter, string Type, string Read, ContentShape Content, EquatableArray<int> Statuses);
