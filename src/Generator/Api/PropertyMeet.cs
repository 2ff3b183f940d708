using Kiln.Generator.Collections;

namespace Kiln.Generator.Api;

/// <summary>
/// What a field is of which two parts of an <c>allOf</c> speak: a value has to satisfy both, so the narrower says what it is. Where neither is, the
/// later is taken, and that is told.
/// </summary>
internal sealed class PropertyMeet(Func<string, string, bool> isPartOf)
{
    /// <summary>Whether two of them had nothing in common.</summary>
    public bool Conflicts { get; private set; }

    /// <summary>The field that is both.</summary>
    public Property Of(Property earlier, Property later) => later with
    {
        Schema = Of(earlier.Schema, later.Schema),
        IsNullable = TakesNull(earlier) && TakesNull(later),
        Access = later.Access == PropertyAccess.Both ? earlier.Access : later.Access,
        Default = later.Default ?? earlier.Default,
        Description = later.Description ?? earlier.Description,
        Deprecation = later.Deprecation ?? earlier.Deprecation,
        Wish = later.Wish ?? earlier.Wish,
    };

    private static bool TakesNull(Property property) => property.IsNullable || property.Schema is AnySchema;

    private Schema Of(Schema earlier, Schema later) => (earlier, later) switch
    {
        _ when earlier == later => later,
        (AnySchema, _) => later,
        (_, AnySchema) => earlier,
        (UnionSchema, not UnionSchema) => later,
        (not UnionSchema, UnionSchema) => earlier,
        (ReferenceSchema one, ReferenceSchema other) when isPartOf(one.Pointer, other.Pointer) => later,
        (ReferenceSchema one, ReferenceSchema other) when isPartOf(other.Pointer, one.Pointer) => earlier,
        (EnumSchema one, EnumSchema other) when one.Values.All(other.Values.Contains) => earlier,
        (EnumSchema one, EnumSchema other) when other.Values.All(one.Values.Contains) => later,
        (ScalarSchema or ReferenceSchema, EnumSchema) => later,
        (EnumSchema, ScalarSchema or ReferenceSchema) => earlier,
        (ScalarSchema one, ScalarSchema other) when one.Type == other.Type => other.Format is null ? earlier : later,
        (ScalarSchema { Type: "number" }, ScalarSchema { Type: "integer" }) => later,
        (ScalarSchema { Type: "integer" }, ScalarSchema { Type: "number" }) => earlier,
        (ArraySchema one, ArraySchema other) => new ArraySchema(Of(one.Items, other.Items), one.ItemsAreNullable && other.ItemsAreNullable),
        (MapSchema one, MapSchema other) => new MapSchema(Of(one.Values, other.Values), one.ValuesAreNullable && other.ValuesAreNullable),
        (MapSchema, ObjectSchema or ReferenceSchema) => later,
        (ObjectSchema or ReferenceSchema, MapSchema) => earlier,
        (ObjectSchema one, ObjectSchema other) => Merge(one, other),
        _ => Conflict(later),
    };

    private ObjectSchema Merge(ObjectSchema earlier, ObjectSchema later)
    {
        var merged = earlier.Properties.ToList();
        foreach (var property in later.Properties)
        {
            var index = merged.FindIndex(p => p.WireName == property.WireName);
            if (index < 0)
                merged.Add(property);
            else
                merged[index] = Of(merged[index], property) with { IsRequired = merged[index].IsRequired || property.IsRequired };
        }
        return new(merged.ToEquatableArray(), later.Extras ?? earlier.Extras);
    }

    private Schema Conflict(Schema later)
    {
        Conflicts = true;
        return later;
    }
}
