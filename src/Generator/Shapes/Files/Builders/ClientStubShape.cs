using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>A class without members that takes the place of one that could not be generated.</summary>
internal sealed record ClientStubShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc)
    : FileShape(HintName, Namespace, Usings, Name, Doc);
