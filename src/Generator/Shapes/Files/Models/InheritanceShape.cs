using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The relation of a model to those that it is derived from, and those derived from it.</summary>
/// <param name="Base">The base class; <see langword="null"/> for none.</param>
/// <param name="InheritedFields">How many of the fields, which come first, are properties of the base.</param>
/// <param name="BaseGroups">How many groups of fields the base writes.</param>
/// <param name="BaseHasExtras">Whether the base has the property for fields that the document does not name.</param>
/// <param name="BaseHasRequiredMembers">Whether the base has properties that a new object does not compile without.</param>
/// <param name="Initial">The inherited properties that say in a new one which class it is.</param>
/// <param name="Discriminator">The field that tells a derived class.</param>
/// <param name="Derived">The derived classes; empty for none.</param>
/// <param name="DefaultDerived">The derived class of an object of which the discriminator says nothing; <see langword="null"/> for the class itself.</param>
internal sealed record InheritanceShape(
    string? Base,
    int InheritedFields,
    int BaseGroups,
    bool BaseHasExtras,
    bool BaseHasRequiredMembers,
    EquatableArray<InitialShape> Initial,
    string Discriminator,
    EquatableArray<DerivedShape> Derived,
    string? DefaultDerived)
{
    /// <summary>Whether there are classes that are derived from it.</summary>
    public bool IsBase => Derived.Count > 0 || DefaultDerived is not null;
}

/// <summary>A derived class.</summary>
/// <param name="Type">The class.</param>
/// <param name="Values">What the discriminator says of it.</param>
/// <example><c>("Cat", ["cat"])</c></example>
internal sealed record DerivedShape(string Type, EquatableArray<string> Values);

/// <summary>A property that a constructor sets.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Value">The value as C# writes it.</param>
/// <example><c>("PetType", "\"cat\"")</c></example>
internal sealed record InitialShape(string Property, string Value);
