using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Types.Values;

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
        ModelType model => model.Name.ToString(),
        ListType list => $"list of {OverloadOf(list.Items)}",
        DictionaryType => "dictionary",
        _ => "",
    };

    /// <summary>The type of one overload: that of all its parameters, or of the first; <c>long</c> for integers of different sizes; <see langword="null"/> for none.</summary>
    public static CSharpType? OfOverload(IEnumerable<CSharpType> types)
    {
        var all = types.Distinct().ToList();
        return all.Count > 1 && all.TrueForAll(t => OverloadOf(t) == "long") ? Long : all.FirstOrDefault();
    }

    /// <summary>The type of a parameter. Of a list no item is null, as nothing could be sent for it.</summary>
    /// <param name="type">The type that its schema has in JSON.</param>
    /// <param name="parameter">The parameter.</param>
    public static CSharpType Of(CSharpType type, Parameter parameter) => (parameter, type) switch
    {
        ({ Style: ParameterStyle.Json }, _) => type,
        ({ Kind: ParameterKind.Single }, _) => Single(type),
        ({ Kind: ParameterKind.List }, ListType list) => new ListType(Single(list.Items), ItemsAreNullable: false),
        (_, ListType list) => list with { ItemsAreNullable = false },
        _ => type,
    };

    /// <summary>The type of a header.</summary>
    /// <param name="type">The type that its schema has in JSON.</param>
    /// <param name="header">The header.</param>
    public static CSharpType Of(CSharpType type, Header header) => (header.Form, type) switch
    {
        (HeaderForm.Json, _) or (HeaderForm.Object or HeaderForm.ExplodedObject, ModelType or DictionaryType) => type,
        (HeaderForm.List, ListType list) => new ListType(Single(list.Items), ItemsAreNullable: false),
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
