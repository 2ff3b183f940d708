using Kiln.Generator.Api;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types;

/// <summary>A class to be emitted for an object.</summary>
internal sealed record ModelPlan(TypeName Name, string? Description, bool IsDeprecated, IReadOnlyList<FieldPlan> Fields);

/// <summary>A field of a <see cref="ModelPlan"/>, with its C# type.</summary>
internal sealed record FieldPlan(Property Property, CSharpType Type)
{
    /// <summary>Whether it may be missing or null.</summary>
    public FieldPresence Presence { get; } = FieldPresences.Of(Property, Type);

    /// <summary>Whether its property may be null.</summary>
    public bool IsNullable => Presence is not (FieldPresence.Required or FieldPresence.Defaulted);
}

/// <summary>A struct to be emitted for an enum.</summary>
internal sealed record EnumPlan(TypeName Name, string? Description, bool IsDeprecated, EnumSchema Schema);
