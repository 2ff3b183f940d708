using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Models;

/// <summary>The fields of a <see cref="ModelPlan"/> that the document does not name, but gives a type.</summary>
/// <param name="Values">The type of their values.</param>
/// <param name="ValuesAreNullable">Whether their values may be null.</param>
/// <param name="AreOpen">Whether properties of other types may be beside them.</param>
internal sealed record AdditionalPropertiesPlan(CSharpType Values, bool ValuesAreNullable, bool AreOpen);
