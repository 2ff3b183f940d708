using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>The place of an object among the schemas that a discriminator distinguishes.</summary>
/// <example><c>Dog</c>, derived from <c>Pet</c>, whose <c>petType</c> is <c>dog</c>.</example>
/// <param name="Base">The pointer of the schema that it is derived from; <see langword="null"/> for the root of the hierarchy.</param>
/// <param name="Discriminator">The property that says which of the derived schemas a value is.</param>
/// <param name="Derived">All schemas that are derived from it, directly or not.</param>
/// <param name="Default">The pointer of the derived schema of a value without the discriminator, or with an unknown one; <see langword="null"/> for the schema itself.</param>
/// <param name="Discriminators">The discriminators of all levels, the root's first.</param>
/// <param name="Identity">What a value of the schema itself has as discriminators, and as properties that only it makes constant.</param>
internal sealed record Inheritance(
    string? Base, string Discriminator, EquatableArray<DerivedSchema> Derived, string? Default, EquatableArray<string> Discriminators, EquatableArray<PropertyValue> Identity);

/// <summary>A schema that is derived from another.</summary>
/// <param name="Pointer">Its pointer.</param>
/// <param name="Values">The discriminator's values for it; empty if it is only distinguished on a level between the two.</param>
internal sealed record DerivedSchema(string Pointer, EquatableArray<string> Values);
