using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types;

/// <summary>A struct to be emitted for an enum.</summary>
internal sealed record EnumPlan(TypeName Name, string? Description, string? Deprecation, EnumSchema Schema);
