using Kiln.Generator.Api;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types;

/// <summary>A class to be emitted for an object.</summary>
internal sealed record ModelPlan(TypeName Name, string? Description, bool IsDeprecated, IReadOnlyList<FieldPlan> Fields);

/// <summary>A field of a <see cref="ModelPlan"/>, with its C# type.</summary>
internal sealed record FieldPlan(Property Property, CSharpType Type);

/// <summary>A struct to be emitted for an enum.</summary>
internal sealed record EnumPlan(TypeName Name, string? Description, bool IsDeprecated, EnumSchema Schema);
