using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>A struct over one of some values.</summary>
/// <param name="UnderlyingType">The C# type of the value.</param>
/// <param name="Wire">The runtime's <c>WireType</c> of the value; <see langword="null"/> for strings.</param>
/// <param name="Members">The values that the document names.</param>
/// <example><c>SortOrder</c> over <c>string</c>, with the members <c>Asc</c> and <c>Desc</c>.</example>
internal sealed record EnumShape(
    string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, string UnderlyingType, string? Wire, EquatableArray<EnumMemberShape> Members)
    : FileShape(HintName, Namespace, Usings, Name, Doc);
