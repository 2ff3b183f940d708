using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Models;

/// <summary>A field of a <see cref="ModelPlan"/>, with its C# type.</summary>
internal sealed record FieldPlan(Property Property, CSharpType Type)
{
    /// <summary>Whether it may be missing or null.</summary>
    public FieldPresence Presence { get; } = FieldPresences.Of(Property, Type);

    /// <summary>The expression of its only value; <see langword="null"/> if the document allows others, or C# does not hold it.</summary>
    public string? Constant { get; } = Property.Constant is { } value ? ConstantExpression.Of(value, Type) : null;

    /// <summary>Whether its property may be null.</summary>
    public bool IsNullable => Presence is not (FieldPresence.Required or FieldPresence.Defaulted);
}
