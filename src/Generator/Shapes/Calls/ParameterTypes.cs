using Kiln.Generator.Shapes.Types;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>The types that parameters and headers can have: what has no single text of its own is given as text.</summary>
internal static class ParameterTypes
{
    private static readonly CSharpType Text = new PrimitiveType(Primitives.String);

    /// <summary>A single value, or a list of them.</summary>
    public static CSharpType Of(CSharpType type) => type switch
    {
        ListType list => new ListType(Single(list.Items), ItemsAreNullable: false),
        _ => Single(type),
    };

    /// <summary>A single value.</summary>
    public static CSharpType Single(CSharpType type) => type switch
    {
        PrimitiveType { Primitive.InText: { } inText } => new PrimitiveType(inText),
        PrimitiveType { Primitive: var primitive } when primitive != Primitives.Json => type,
        EnumType or UnionType => type,
        _ => Text,
    };
}
