using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>The relation of a model to those that it is derived from, and those derived from it.</summary>
/// <param name="Base">The base class; <see langword="null"/> for none.</param>
/// <param name="InheritedFields">How many of the fields, which come first, are properties of the base.</param>
/// <param name="IsBaseTracking">Whether the base holds what was set already.</param>
/// <param name="BaseHasExtras">Whether the base has the property for fields that the document does not name.</param>
/// <param name="Initial">The property that says in a new one which class it is, and its value; <see langword="null"/> for none.</param>
/// <param name="Discriminator">The field that tells a derived class.</param>
/// <param name="Derived">The derived classes; empty for none.</param>
internal sealed record InheritanceShape(string? Base, int InheritedFields, bool IsBaseTracking, bool BaseHasExtras, InitialShape? Initial, string Discriminator, EquatableArray<DerivedShape> Derived);

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
