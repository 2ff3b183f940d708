using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Models;

/// <summary>
/// Finds the properties that have the type of their only value, and no enum, whose one member would say nothing that the property does not. Where the document
/// names the value or its type, or describes the value, it wants an enum.
/// </summary>
/// <example><c>object</c>, which is always <c>"customer"</c>: a <c>string</c>.</example>
internal static class ConstantFields
{
    /// <summary>What the type of a property follows from.</summary>
    public static Schema SchemaOf(Property property) => property.Schema switch
    {
        EnumSchema { NameOverride: null, Values: { Count: 1 } values } @enum
            when values[0] is { HasTexts: false, Wire: var value } && IsHeldBy(@enum.UnderlyingType, value) => @enum.UnderlyingType,
        var schema => schema,
    };

    // Without an expression for it a new model would have another value.
    private static bool IsHeldBy(ScalarSchema type, string value) => ConstantExpression.Of(value, new PrimitiveType(Primitives.Of(type))) is not null;
}
