using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Models;

/// <summary>What a property says of its field's being there and being null: each is the method of the runtime's <c>WireFields</c> that adds the field.</summary>
internal enum FieldPresence
{
    /// <summary>Always there, never null.</summary>
    Required,

    /// <summary>Always there; null is sent.</summary>
    RequiredNullable,

    /// <summary>Absent as long as it is null.</summary>
    Optional,

    /// <summary>Absent until it is set, be it to null, which is sent.</summary>
    OptionalNullable,

    /// <summary>Absent until it is set, and until then the default; never null.</summary>
    Defaulted,
}

/// <summary>Decides it.</summary>
internal static class FieldPresences
{
    private static readonly PrimitiveType Any = new(Primitives.Json);

    public static FieldPresence Of(Property property, CSharpType type)
    {
        // What only requests have is missing from each answer, so its property has to say that it may be.
        var isRequired = property.IsRequired && property.Access != PropertyAccess.WriteOnly;

        // A field of any JSON may hold null as it may hold all else.
        var isNullable = property.IsNullable || (!isRequired && type == Any);

        return (isRequired, isNullable) switch
        {
            (true, false) => FieldPresence.Required,
            (true, true) => FieldPresence.RequiredNullable,
            (false, true) => FieldPresence.OptionalNullable,
            (false, false) when DefaultExpression.HasOne(property, type) => FieldPresence.Defaulted,
            (false, false) => FieldPresence.Optional,
        };
    }
}
