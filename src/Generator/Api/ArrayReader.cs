using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using NJsonSchema;

namespace Kiln.Generator.Api;

/// <summary>Reads lists, and lists whose places have types of their own.</summary>
internal sealed class ArrayReader(SpecDocument spec, SchemaReader schemas, List<DiagnosticInfo> diagnostics)
{
    // C#'s value tuples are nested in each other beyond, which nobody would want to read.
    private const int LongestTuple = 7;

    public Schema Read(JsonSchema schema, string pointer)
    {
        if (schema.Item is not null)
        {
            var items = schemas.Read(schema.Item, pointer + "/items");
            return new ArraySchema(items.Schema, items.IsNullable);
        }
        return schema.Items.Count > 0 ? ReadPlaces(schema, pointer) : new ArraySchema(new AnySchema(), ItemsAreNullable: false);
    }

    private Schema ReadPlaces(JsonSchema schema, string pointer)
    {
        var places = schema.Items
            .Select((item, i) => schemas.Read(item, $"{pointer}/items/{i}"))
            .Select(use => new TuplePlace(use.Schema, use.IsNullable))
            .ToEquatableArray();
        if (places.Count is > 1 and <= LongestTuple && IsOfOneLength(schema, pointer) && places.Items.All(p => EndsHere(p.Schema)))
            return new TupleSchema(places);

        diagnostics.Add(new(ApiRules.OpenTuple, spec.PlaceOf(pointer + "/items")));
        var isOfOne = places.Items.Distinct().Count() == 1 && HasNoRest(pointer);
        return isOfOne ? new ArraySchema(places[0].Schema, places[0].IsNullable) : new ArraySchema(new AnySchema(), ItemsAreNullable: false);
    }

    // A tuple of tuples of tuples would double with each: a few lines of a document could ask for a type without measure.
    private bool EndsHere(Schema schema) => schema switch
    {
        TupleSchema => false,
        ArraySchema array => EndsHere(array.Items),
        MapSchema map => EndsHere(map.Values),
        ReferenceSchema reference => HasOwnType(reference.Pointer),
        _ => true,
    };

    // What is referred to may not have been read yet; all but lists, maps and aliases has a type of its own.
    private bool HasOwnType(string pointer) => JsonPointer.Find(spec.Root, pointer) is SpecMap map
        && (map["type"].AsText() is "string" or "number" or "integer" or "boolean" || map["properties"] is SpecMap { Entries.Count: > 0 } || map["enum"] is SpecList);

    // Who gives each place a type and ends the list there means all of them, though JSON Schema asks for minItems beside.
    private bool IsOfOneLength(JsonSchema schema, string pointer)
    {
        var count = schema.Items.Count;
        var isClosed = HasNoRest(pointer) || schema.MaxItems == count;
        return isClosed && (schema.MinItems == count || schema.MinItems == 0);
    }

    private bool HasNoRest(string pointer) =>
        JsonPointer.Find(spec.Root, pointer + "/additionalItems") is SpecScalar { Kind: ScalarKind.Boolean, Text: "false" };
}
