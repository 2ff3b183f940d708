using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Writes the values of a string schema as strings, with the characters that the document has: YAML reads an unquoted <c>08</c>, <c>1.10</c> or
/// <c>true</c> as a number or Boolean, and tools write some strings so. Null stays null, and where a number is allowed too, a number stays a number.
/// </summary>
internal static class StringValues
{
    // Far more than known documents need, and a cycle of references ends here.
    private const int MaxSchemas = 100;

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind is not (OpenApiObjectKind.Schema or OpenApiObjectKind.Parameter or OpenApiObjectKind.Header) || node is not SpecMap map || !HasOtherValues(map))
            return node;
        return TypesOf(map, context) is { Count: > 0 } types ? Convert(map, types, context) : map;
    }

    /// <summary>Whether a schema, or a subschema about the same value, has a value that is not a string.</summary>
    private static bool HasOtherValues(SpecMap map)
    {
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var entry = map.Entries[i];
            var isOther = entry.Key switch
            {
                "enum" or "const" or "default" or ForeignKeywords.ExtensibleEnum => IsOther(entry.Value),
                "allOf" or "oneOf" or "anyOf" => HasOtherValuesInParts(entry.Value),
                _ => false,
            };
            if (isOther)
                return true;
        }
        return false;
    }

    private static bool HasOtherValuesInParts(SpecNode parts)
    {
        for (var i = 0; parts is SpecList list && i < list.Items.Count; i++)
        {
            if (list.Items[i] is SpecMap part && IsUntyped(part) && HasOtherValues(part))
                return true;
        }
        return false;
    }

    // A subschema without a type of its own is about a value of the type that the whole has.
    private static bool IsUntyped(SpecMap part) => part["type"] is null && part[TypeLists.Key] is null && part[SpecReference.Key] is null;

    private static bool IsOther(SpecNode value)
    {
        if (value is not SpecList list)
            return value is SpecScalar { Kind: ScalarKind.Number or ScalarKind.Boolean };
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (IsOther(list.Items[i]))
                return true;
        }
        return false;
    }

    private static SpecMap Convert(SpecMap map, IReadOnlyList<string> types, NormalizationContext context) => map.WithValues(entry => entry.Key switch
    {
        "enum" or ForeignKeywords.ExtensibleEnum when entry.Value is SpecList values => values.WithItems(v => ConvertValue(v, map, types, context)),
        "const" or "default" => ConvertValue(entry.Value, map, types, context),
        "allOf" or "oneOf" or "anyOf" when entry.Value is SpecList parts => parts.WithItems(part => part is SpecMap inner && IsUntyped(inner) ? Convert(inner, types, context) : part),
        _ => entry.Value,
    });

    private static SpecNode ConvertValue(SpecNode value, SpecMap schema, IReadOnlyList<string> types, NormalizationContext context) => value switch
    {
        SpecScalar scalar when IsString(scalar, types) => scalar.ToStringValue(),
        SpecList list when types.Contains("array") && schema["items"] is SpecMap items && TypesOf(items, context) is { Count: > 0 } itemTypes
            => list.WithItems(item => ConvertValue(item, items, itemTypes, context)),
        _ => value,
    };

    private static bool IsString(SpecScalar scalar, IReadOnlyList<string> types) => types.Contains("string") && scalar.Kind switch
    {
        ScalarKind.Number => !types.Contains("number") && !types.Contains("integer"),
        ScalarKind.Boolean => !types.Contains("boolean"),
        _ => false,
    };

    /// <summary>The types of a schema, of the one that it refers to, or of a subschema that it is composed of; none if no type is given.</summary>
    private static IReadOnlyList<string> TypesOf(SpecMap schema, NormalizationContext context)
    {
        // The target of a reference may not be normalized yet.
        var pending = new Stack<SpecMap>([schema]);
        for (var count = 0; pending.Count > 0 && count < MaxSchemas; count++)
        {
            var map = pending.Pop();
            if ((map["type"] ?? map[TypeLists.Key]) is { } type)
                return type.AsText() is { } single ? [single] : type.Texts();
            foreach (var part in (map["allOf"] as SpecList)?.Items.OfType<SpecMap>().Take(MaxSchemas).Reverse() ?? [])
                pending.Push(part);
            if (map[SpecReference.Key].AsText() is { } reference && SpecReference.ResolveNode(context.Root, reference) is SpecMap target)
                pending.Push(target);
        }
        return [];
    }
}
