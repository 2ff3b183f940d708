using Kiln.Generator.Shapes.Naming;

namespace Kiln.Generator.Shapes.Types;

/// <summary>The C# type that carries a schema's values, before it is written for one file.</summary>
internal abstract record CSharpType(bool IsValueType);

/// <summary>A type of the framework, from the table.</summary>
internal sealed record PrimitiveType(Primitive Primitive) : CSharpType(Primitive.IsValueType);

/// <summary>A class made for an object schema.</summary>
internal sealed record ModelType(TypeName Name) : CSharpType(IsValueType: false);

/// <summary>A struct made for an enum schema.</summary>
internal sealed record EnumType(TypeName Name) : CSharpType(IsValueType: true);

/// <summary>A class made for a union.</summary>
internal sealed record UnionType(TypeName Name) : CSharpType(IsValueType: false);

/// <summary>A list.</summary>
internal sealed record ListType(CSharpType Items, bool ItemsAreNullable) : CSharpType(IsValueType: false);

/// <summary>A dictionary whose keys are text.</summary>
internal sealed record MapType(CSharpType Values, bool ValuesAreNullable) : CSharpType(IsValueType: false);
