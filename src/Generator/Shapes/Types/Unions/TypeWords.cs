using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types.Unions;

/// <summary>What types are called within other names.</summary>
internal static class TypeWords
{
    /// <summary>A word for a type.</summary>
    /// <example><c>CatList</c> for a list of cats.</example>
    public static string Of(CSharpType type) => type switch
    {
        ModelType model => model.Name.Name,
        EnumType @enum => @enum.Name.Name,
        UnionType union => union.Name.Name,
        ListType list => Of(list.Items) + "List",
        TupleType => "Tuple",
        DictionaryType map => Of(map.Values) + "Map",
        PrimitiveType { Primitive.CSharp: "byte[]" } => "Bytes",
        PrimitiveType { Primitive: var primitive } when primitive == Primitives.Json => "Json",
        PrimitiveType { Primitive.CSharp: var name } => Identifiers.Pascal(name),
        _ => "Value",
    };
}
