using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types.Models;

/// <summary>A class to be emitted for an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Deprecation">Why the document advises against it; <see langword="null"/> if it does not.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Extras">What fields are that the document does not name; <see langword="null"/> for any JSON.</param>
/// <example><c>ThreatEvent</c> with a <see cref="FieldPlan"/> for each of its properties.</example>
internal sealed record ModelPlan(TypeName Name, string? Description, string? Deprecation, IReadOnlyList<FieldPlan> Fields, AdditionalPropertiesPlan? Extras)
{
    /// <summary>The class that it is derived from, whose fields come first; <see langword="null"/> for none.</summary>
    public ModelPlan? Base { get; init; }

    /// <summary>The field that tells a derived class; <see langword="null"/> if there is nothing to tell.</summary>
    public string? Discriminator { get; init; }

    /// <summary>The fields that tell derived classes on all levels, the outermost first.</summary>
    public EquatableArray<string> Discriminators { get; init; } = [];

    /// <summary>What a new object has in inherited fields.</summary>
    public EquatableArray<PropertyValue> Identity { get; init; } = [];

    /// <summary>All classes that are derived from it, with what the discriminator says of them.</summary>
    public IReadOnlyList<(TypeName Name, EquatableArray<string> Values)> Derived { get; init; } = [];

    /// <summary>The derived class of an object of which the discriminator says nothing; <see langword="null"/> for the class itself.</summary>
    public TypeName? DefaultDerived { get; init; }
}
