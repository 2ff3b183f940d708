using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Files;

/// <summary>A class that is read from JSON and written to it.</summary>
/// <example><c>Pet</c> with the fields <c>Id</c> and <c>Name</c> becomes <c>Models.Pet.g.cs</c>.</example>
internal sealed record ModelShape(
    string HintName, string Namespace, EquatableArray<UsingShape> Usings, string Name, DocShape Doc, EquatableArray<FieldShape> Fields, AdditionalPropertiesShape? Extras)
    : FileShape(HintName, Namespace, Usings, Name, Doc)
{
    /// <summary>The names of the fields that are written before all others.</summary>
    public EquatableArray<string> Leading { get; init; } = [];

    /// <summary>Whether it or its base has properties that a new object does not compile without.</summary>
    public bool HasRequiredMembers => Fields.Any(f => f.IsRequiredMember);

    /// <summary>Its place among classes that are derived from each other; <see langword="null"/> for a class of its own.</summary>
    public InheritanceShape? Inheritance { get; init; }
}
