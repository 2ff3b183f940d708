using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>A value that has one of several schemas (<c>oneOf</c>, <c>anyOf</c>).</summary>
/// <example>A string or a <c>Customer</c>.</example>
/// <param name="Cases">At least two, null not among them.</param>
/// <param name="Rule">How they are distinguished.</param>
internal sealed record UnionSchema(EquatableArray<UnionCase> Cases, UnionRule Rule) : Schema
{
    /// <summary>The property that the document calls its discriminator; <see langword="null"/> if there is none.</summary>
    public string? Discriminator { get; init; }
}

/// <summary>One case of a <see cref="UnionSchema"/>.</summary>
/// <param name="Schema">Its schema.</param>
/// <param name="Name">What the document calls it, if the schema has no name of its own: its title, or the constant that identifies it; or <see langword="null"/>.</param>
internal sealed record UnionCase(Schema Schema, string? Name)
{
    /// <summary>What an object of the case has as properties that identify it, even if the case itself does not require or declare them.</summary>
    public EquatableArray<PropertyValue> Identity { get; init; } = EquatableArray<PropertyValue>.Empty;
}
