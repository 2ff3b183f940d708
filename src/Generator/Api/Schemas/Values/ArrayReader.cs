using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Numbers;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Api.Schemas.Values;

/// <summary>Reads arrays and tuples.</summary>
internal sealed class ArrayReader(ReadSchema read, DocumentNodes document, List<DiagnosticInfo> diagnostics)
{
    // Beyond, C#'s value tuples are nested in each other, which nobody would want to read.
    private const int MaxTupleLength = 7;

    public Schema Read(SchemaNode schema)
    {
        if (schema.Items is { } items)
        {
            var use = read(items);
            return new ArraySchema(use.Schema, use.IsNullable);
        }
        return schema.TupleItems.Count > 0 ? ReadTuple(schema) : new ArraySchema(new AnySchema(), ItemsAreNullable: false);
    }

    private Schema ReadTuple(SchemaNode schema)
    {
        var elements = schema.TupleItems
            .Select(item => read(item))
            .Select(use => new TupleElement(use.Schema, use.IsNullable))
            .ToEquatableArray();
        if (elements.Count is > 1 and <= MaxTupleLength && HasFixedLength(schema) && elements.Items.All(e => ContainsNoTuple(e.Schema)))
            return new TupleSchema(elements);

        diagnostics.Add(new(ApiRules.OpenTuple, schema.LocationOf("items")));
        var isOfOneType = elements.Items.Distinct().Count() == 1 && schema.ForbidsAdditionalItems;
        return isOfOneType ? new ArraySchema(elements[0].Schema, elements[0].IsNullable) : new ArraySchema(new AnySchema(), ItemsAreNullable: false);
    }

    // A tuple of tuples of tuples would double with each: a few lines of a document could ask for a type without bounds.
    private bool ContainsNoTuple(Schema schema) => schema switch
    {
        TupleSchema => false,
        ArraySchema array => ContainsNoTuple(array.Items),
        DictionarySchema dictionary => ContainsNoTuple(dictionary.Values),
        ReferenceSchema reference => HasOwnType(reference.Pointer),
        _ => true,
    };

    // What is referred to may not have been read yet; all but arrays, dictionaries and aliases have a type of their own.
    private bool HasOwnType(string pointer) => document.FindSchema(pointer) is { } schema
        && (schema.Type is "string" or "number" or "integer" or "boolean" || schema.Properties.Count > 0 || schema.Enum is not null || NumberSpelling.Of(schema) is not null);

    // Who gives each element a type and ends the array there means all of them, though JSON Schema asks for minItems beside.
    private static bool HasFixedLength(SchemaNode schema)
    {
        var count = schema.TupleItems.Count;
        var isClosed = schema.ForbidsAdditionalItems || schema.Limit("maxItems") == count;
        return isClosed && (schema.Limit("minItems") is null or 0 || schema.Limit("minItems") == count);
    }
}
