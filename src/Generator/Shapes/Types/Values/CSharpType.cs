using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types.Values;

/// <summary>The C# type that carries a schema's values, before it is written for one file.</summary>
internal abstract record CSharpType(bool IsValueType);

/// <summary>A type of the framework, from the table.</summary>
internal sealed record PrimitiveType(Primitive Primitive) : CSharpType(Primitive.IsValueType);

/// <summary>A class made for an object schema.</summary>
internal sealed record ModelType(TypeName Name) : CSharpType(IsValueType: false);

/// <summary>A struct made for an enum schema.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UnderlyingType">What it is a struct over.</param>
internal sealed record EnumType(TypeName Name, Primitive UnderlyingType) : CSharpType(IsValueType: true)
{
    public bool IsText => UnderlyingType == Primitives.String;
}

/// <summary>A class made for a union.</summary>
internal sealed record UnionType(TypeName Name) : CSharpType(IsValueType: false);

/// <summary>A list.</summary>
internal sealed record ListType(CSharpType Items, bool ItemsAreNullable) : CSharpType(IsValueType: false);

/// <summary>A value tuple.</summary>
internal sealed record TupleType(EquatableArray<TuplePlaceType> Places) : CSharpType(IsValueType: true);

/// <summary>One place of a <see cref="TupleType"/>.</summary>
internal sealed record TuplePlaceType(CSharpType Type, bool IsNullable);

/// <summary>A dictionary whose keys are text.</summary>
internal sealed record DictionaryType(CSharpType Values, bool ValuesAreNullable) : CSharpType(IsValueType: false);
