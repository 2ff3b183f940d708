using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Types.Values;

/// <summary>
/// C# types of one name that differ in JSON, or in where null is allowed: a number and one in a string, a list of texts and one of texts or null. A value of
/// all their forms has one type.
/// </summary>
internal static class SpelledTypes
{
    /// <summary>The type that reads what either of two reads; <see langword="null"/> if they are two types in C#.</summary>
    public static CSharpType? Merge(CSharpType one, CSharpType other) => (one, other) switch
    {
        _ when one == other => one,
        (PrimitiveType a, PrimitiveType b) => Merge(a.Primitive, b.Primitive) is { } primitive ? new PrimitiveType(primitive) : null,
        (ListType a, ListType b) => Merge(a.Items, b.Items) is { } items ? new ListType(items, a.ItemsAreNullable || b.ItemsAreNullable) : null,
        (DictionaryType a, DictionaryType b) =>
            Merge(a.Values, b.Values) is { } values ? new DictionaryType(values, a.ValuesAreNullable || b.ValuesAreNullable) : null,
        (TupleType a, TupleType b) => Merge(a, b),
        _ => null,
    };

    private static TupleType? Merge(TupleType one, TupleType other)
    {
        if (one.Places.Count != other.Places.Count)
            return null;

        var places = new List<TuplePlaceType>();
        for (var i = 0; i < one.Places.Count; i++)
        {
            if (Merge(one.Places[i].Type, other.Places[i].Type) is not { } type)
                return null;
            places.Add(new(type, one.Places[i].IsNullable || other.Places[i].IsNullable));
        }
        return new(places.ToEquatableArray());
    }

    private static Primitive? Merge(Primitive one, Primitive other)
    {
        if (one.CSharp != other.CSharp)
            return null;
        if (one.Wire == other.Wire)
            return one;
        return Primitives.NumberOf(one.CSharp) is { } number
            ? number.Spelled(allowsString: true, one.AllowsNamedLiterals || other.AllowsNamedLiterals)
            : one with { Wire = $"AnyForm(WireType.{one.Wire}, WireType.{other.Wire})" };
    }
}
