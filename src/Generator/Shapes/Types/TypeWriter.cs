using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types.Values;

namespace Kiln.Generator.Shapes.Types;

/// <summary>Writes types, and the expressions that read and write their values, as one file needs them.</summary>
internal sealed class TypeWriter(NameResolver names)
{
    private const string WireNamespace = "Kiln.Runtime.Wire";

    /// <summary>The C# type.</summary>
    /// <example><c>List&lt;ThreatEvent&gt;?</c></example>
    public string Write(CSharpType type, bool isNullable = false) => type switch
    {
        PrimitiveType { Primitive: var primitive } => Primitive(primitive),
        ModelType model => names.Write(model.Name),
        EnumType @enum => names.Write(@enum.Name),
        UnionType union => names.Write(union.Name),
        ListType list => $"{Generic("List")}<{Write(list.Items, list.ItemsAreNullable)}>",
        TupleType tuple => $"({string.Join(", ", tuple.Places.Select(p => Write(p.Type, p.IsNullable)))})",
        DictionaryType map => $"{Generic("Dictionary")}<string, {Write(map.Values, map.ValuesAreNullable)}>",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    } + (isNullable ? "?" : "");

    /// <summary>The same, but a list is one that the caller may fill from anything: <c>IReadOnlyList&lt;EventType&gt;</c>.</summary>
    public string WriteInput(CSharpType type, bool isNullable) => type is ListType list
        ? $"{Generic("IReadOnlyList")}<{Write(list.Items, list.ItemsAreNullable)}>{(isNullable ? "?" : "")}"
        : Write(type, isNullable);

    /// <summary>The expression of the runtime's <c>WireType</c> for it.</summary>
    /// <example><c>WireType.List(WireType.Model&lt;ThreatEvent&gt;())</c></example>
    public string Wire(CSharpType type)
    {
        names.Use(WireNamespace);
        return type switch
        {
            PrimitiveType { Primitive: var primitive } => $"WireType.{primitive.Wire}",
            ModelType model => $"WireType.Model<{names.Write(model.Name)}>()",
            EnumType { IsText: true } @enum => $"WireType.Enum<{names.Write(@enum.Name)}>()",
            EnumType @enum => $"WireType.Enum<{names.Write(@enum.Name)}, {Primitive(@enum.UnderlyingType)}>(WireType.{@enum.UnderlyingType.Wire})",
            UnionType union => $"WireType.Union<{names.Write(union.Name)}>()",
            ListType list => $"WireType.List({Wire(list.Items, list.ItemsAreNullable)})",
            TupleType tuple => $"WireType.Tuple({string.Join(", ", tuple.Places.Select(p => Wire(p.Type, p.IsNullable)))})",
            DictionaryType map => $"WireType.Dictionary({Wire(map.Values, map.ValuesAreNullable)})",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
    }

    /// <summary>The value of a required property until it is read; empty where that is <c>default</c>.</summary>
    public string EmptyValue(CSharpType type) => type switch
    {
        PrimitiveType { Primitive: var primitive } => EmptyValue(primitive),
        UnionType union => EmptyValue(union),
        EnumType { IsText: false } => "",
        EnumType => "new(\"\")",
        ModelType => "new()",
        TupleType tuple when tuple.Places.Any(p => EmptyElement(p).Length > 0) => EmptyTuple(tuple),
        TupleType => "",
        _ => "[]",
    };

    private string EmptyValue(Primitive primitive)
    {
        if (primitive.EmptyValue.StartsWith("new", StringComparison.Ordinal))
            names.Use(primitive.Namespace);
        return primitive.EmptyValue;
    }

    private string EmptyValue(UnionType union)
    {
        names.Use(WireNamespace);
        return $"WireUnion.Empty<{names.Write(union.Name)}>()";
    }

    private string EmptyTuple(TupleType tuple) =>
        $"({string.Join(", ", tuple.Places.Select(p => EmptyElement(p) is { Length: > 0 } empty ? empty : "default"))})";

    // A model that holds a tuple of its own kind would be made without end.
    private string EmptyElement(TuplePlaceType place) => place switch
    {
        { IsNullable: true } => "",
        { Type: ModelType } => "null!",
        _ => EmptyValue(place.Type),
    };

    /// <summary>The same for a place where the value may be null.</summary>
    public string Wire(CSharpType type, bool isNullable)
    {
        names.Use(WireNamespace);
        return type switch
        {
            _ when !isNullable => Wire(type),
            { IsValueType: true } => $"WireType.Nullable({Wire(type)})",
            PrimitiveType { Primitive.Wire: "String" } => "WireType.NullableString",
            _ => $"WireType.NullableReference({Wire(type)})",
        };
    }

    /// <summary>The C# type of a single value.</summary>
    public string Primitive(Primitive primitive)
    {
        if (primitive.Namespace.Length > 0)
            names.Use(primitive.Namespace);
        return primitive.CSharp;
    }

    private string Generic(string name)
    {
        names.Use("System.Collections.Generic");
        return name;
    }
}
