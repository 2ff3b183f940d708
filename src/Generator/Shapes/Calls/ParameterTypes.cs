using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Calls;

/// <summary>The types that parameters and headers can have: what has no single text of its own is given as text.</summary>
internal static class ParameterTypes
{
    private static readonly CSharpType Text = new PrimitiveType(Primitives.String);

    private static readonly CSharpType Long = new PrimitiveType(Primitives.Find("integer", null));

    /// <summary>
    /// What a method or an indexer is overloaded by. Integers that a <c>long</c> holds are one, as a caller's number may be meant for any of them, and so are
    /// enums of texts, each of which takes any text.
    /// </summary>
    public static string OverloadOf(CSharpType type) => type switch
    {
        PrimitiveType { Primitive.CSharp: "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" } => "long",
        PrimitiveType { Primitive.CSharp: var name } => name,
        EnumType { IsText: true } => "enum",
        EnumType @enum => @enum.Name.ToString(),
        UnionType union => union.Name.ToString(),
        _ => "",
    };

    /// <summary>The type of one overload: that of all its parameters, or of the first; <c>long</c> for integers of different sizes; <see langword="null"/> for none.</summary>
    public static CSharpType? OfOverload(IEnumerable<CSharpType> types)
    {
        var all = types.Distinct().ToList();
        return all.Count > 1 && all.TrueForAll(t => OverloadOf(t) == "long") ? Long : all.FirstOrDefault();
    }

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
