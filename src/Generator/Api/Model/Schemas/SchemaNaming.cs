using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Model;

/// <summary>Leaves out the names that a document gives C# types and members, which say nothing of values.</summary>
internal static class SchemaNaming
{
    /// <summary>The schema without the names of its type and of all that is in it; the schema itself if there are none.</summary>
    public static Schema Without(Schema schema)
    {
        var content = schema switch
        {
            ArraySchema array when Without(array.Items) is var items && !ReferenceEquals(items, array.Items) => array with { Items = items },
            DictionarySchema map when Without(map.Values) is var values && !ReferenceEquals(values, map.Values) => map with { Values = values },
            TupleSchema tuple => Replace(tuple.Elements, Without) is { } elements ? tuple with { Elements = elements } : tuple,
            EnumSchema @enum => Replace(@enum.Values, static v => v.NameOverride is null ? v : v with { NameOverride = null }) is { } values ? @enum with { Values = values } : @enum,
            UnionSchema union => Replace(union.Cases, Without) is { } cases ? union with { Cases = cases } : union,
            ObjectSchema @object => Without(@object),
            _ => schema,
        };
        return content.NameOverride is null ? content : content with { NameOverride = null };
    }

    private static ObjectSchema Without(ObjectSchema schema)
    {
        if (Replace(schema.Properties, Without) is { } properties)
            schema = schema with { Properties = properties };
        return schema.AdditionalProperties is { } extras && Without(extras.Values) is var values && !ReferenceEquals(values, extras.Values)
            ? schema with { AdditionalProperties = extras with { Values = values } }
            : schema;
    }

    private static TupleElement Without(TupleElement element) => Without(element.Schema) is var schema && ReferenceEquals(schema, element.Schema) ? element : element with { Schema = schema };

    private static UnionCase Without(UnionCase @case) => Without(@case.Schema) is var schema && ReferenceEquals(schema, @case.Schema) ? @case : @case with { Schema = schema };

    private static Property Without(Property property)
    {
        var schema = Without(property.Schema);
        return ReferenceEquals(schema, property.Schema) && property.NameOverride is null ? property : property with { Schema = schema, NameOverride = null };
    }

    private static EquatableArray<T>? Replace<T>(EquatableArray<T> items, Func<T, T> change)
        where T : class
    {
        List<T>? changed = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = change(items[i]);
            if (changed is null && !ReferenceEquals(item, items[i]))
                changed = [.. items.Take(i)];
            changed?.Add(item);
        }
        return changed?.ToEquatableArray();
    }
}
