using Kiln.Generator.Collections;

namespace Kiln.Generator.Api;

/// <summary>Where an object stands among those that a discriminator tells apart.</summary>
/// <param name="Base">The schema that it is derived from; <see langword="null"/> for the first of all.</param>
/// <param name="Discriminator">The field that tells which of the derived ones a value is.</param>
/// <param name="Derived">All that are derived from it, however far.</param>
/// <param name="Value">What the discriminator says of the object itself; <see langword="null"/> for one that nothing is said of.</param>
internal sealed record Inheritance(string? Base, string Discriminator, EquatableArray<DerivedSchema> Derived, string? Value);

/// <summary>A schema that is derived from another.</summary>
/// <param name="Pointer">Where it stands.</param>
/// <param name="Values">What the discriminator says of it.</param>
internal sealed record DerivedSchema(string Pointer, EquatableArray<string> Values);
