using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The class with a constant for each media type that the caller of a method can choose.</summary>
internal sealed record MediaTypesShape(string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, EquatableArray<MediaTypeShape> Constants)
    : FileShape(HintName, Namespace, Usings, Name, Doc);

/// <summary>A constant.</summary>
/// <example><c>("Yaml", "application/yaml")</c></example>
internal sealed record MediaTypeShape(string Name, string MediaType);
