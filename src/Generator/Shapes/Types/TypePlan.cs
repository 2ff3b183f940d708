using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types;

/// <summary>A class to be emitted for an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Extras">What fields are that the document does not name; <see langword="null"/> for any JSON.</param>
internal sealed record ModelPlan(TypeName Name, string? Description, string? Deprecation, IReadOnlyList<FieldPlan> Fields, ExtrasPlan? Extras)
{
    /// <summary>The class that it is derived from, whose fields come first; <see langword="null"/> for none.</summary>
    public ModelPlan? Base { get; init; }

    /// <summary>The field that tells a derived class; <see langword="null"/> if there is nothing to tell.</summary>
    public string? Discriminator { get; init; }

    /// <summary>What the discriminator says of the class itself.</summary>
    public string? DiscriminatorValue { get; init; }

    /// <summary>All classes that are derived from it, with what the discriminator says of them.</summary>
    public IReadOnlyList<(TypeName Name, EquatableArray<string> Values)> Derived { get; init; } = [];
}

/// <summary>The fields of a <see cref="ModelPlan"/> that the document does not name, but gives a type.</summary>
/// <param name="Values">The type of their values.</param>
/// <param name="ValuesAreNullable">Whether their values may be null.</param>
/// <param name="AreOpen">Whether fields of other types may stand beside them.</param>
internal sealed record ExtrasPlan(CSharpType Values, bool ValuesAreNullable, bool AreOpen);

/// <summary>A field of a <see cref="ModelPlan"/>, with its C# type.</summary>
internal sealed record FieldPlan(Property Property, CSharpType Type)
{
    /// <summary>Whether it may be missing or null.</summary>
    public FieldPresence Presence { get; } = FieldPresences.Of(Property, Type);

    /// <summary>Whether its property may be null.</summary>
    public bool IsNullable => Presence is not (FieldPresence.Required or FieldPresence.Defaulted);
}

/// <summary>A struct to be emitted for an enum.</summary>
internal sealed record EnumPlan(TypeName Name, string? Description, string? Deprecation, EnumSchema Schema);
