using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>A value that has one of several schemas (<c>oneOf</c>, <c>anyOf</c>).</summary>
/// <example>A string or a <c>Customer</c>.</example>
/// <param name="Cases">At least two, null not among them.</param>
/// <param name="Rule">How they are distinguished.</param>
internal sealed record UnionSchema(EquatableArray<UnionCase> Cases, UnionRule Rule) : Schema;

/// <summary>One case of a <see cref="UnionSchema"/>.</summary>
/// <param name="Schema">Its schema.</param>
/// <param name="Name">What the document calls it, if the schema has no name of its own: its title, or the constant that identifies it; or <see langword="null"/>.</param>
internal sealed record UnionCase(Schema Schema, string? Name);
