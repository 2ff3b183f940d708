using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Schemas.Objects;

/// <summary>
/// Combines two declarations of a property in an <c>allOf</c>: a value has to satisfy both, so the narrower one gives the type. Where neither is narrower, the
/// later is taken, and the conflict is reported.
/// </summary>
/// <param name="isPartOf">Whether the schema of one pointer is a part of the <c>allOf</c> of another's.</param>
internal sealed class PropertyIntersection(Func<string, string, bool> isPartOf)
{
    /// <summary>Whether two declarations had nothing in common.</summary>
    public bool Conflicts { get; private set; }

    /// <summary>The property that satisfies both.</summary>
    public Property Of(Property earlier, Property later)
    {
        var schema = Of(earlier.Schema, later.Schema);
        return later with
        {
            Schema = schema,
            Constant = schema is EnumSchema @enum ? @enum.Constant : later.Constant ?? earlier.Constant,
            IsNullable = AllowsNull(earlier) && AllowsNull(later),
            Access = later.Access == PropertyAccess.Both ? earlier.Access : later.Access,
            Default = later.Default ?? earlier.Default,
            Description = later.Description ?? earlier.Description,
            Deprecation = later.Deprecation ?? earlier.Deprecation,
            Limits = [.. earlier.Limits.Where(l => !later.Limits.Any(o => o.Label == l.Label)), .. later.Limits],
            NameOverride = later.NameOverride ?? earlier.NameOverride,
        };
    }

    private static bool AllowsNull(Property property) => property.IsNullable || property.Schema is AnySchema;

    private Schema Of(Schema earlier, Schema later) => (earlier, later) switch
    {
        _ when earlier.Describes(later) => later,
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
        (ScalarSchema one, ScalarSchema other) when one.Type == other.Type => Spelled(other.Format is null ? one : other, one, other),
        (ScalarSchema { Type: "number" } one, ScalarSchema { Type: "integer" } other) => Spelled(other, one, other),
        (ScalarSchema { Type: "integer" } one, ScalarSchema { Type: "number" } other) => Spelled(one, one, other),
        (ArraySchema one, ArraySchema other) => new ArraySchema(Of(one.Items, other.Items), one.ItemsAreNullable && other.ItemsAreNullable),
        (DictionarySchema one, DictionarySchema other) => new DictionarySchema(Of(one.Values, other.Values), one.ValuesAreNullable && other.ValuesAreNullable),
        (DictionarySchema, ObjectSchema or ReferenceSchema) => later,
        (ObjectSchema or ReferenceSchema, DictionarySchema) => earlier,
        (ObjectSchema one, ObjectSchema other) => Merge(one, other),
        _ => Conflict(later),
    };

    // A value has a spelling only if both declarations allow it.
    private static ScalarSchema Spelled(ScalarSchema narrower, ScalarSchema one, ScalarSchema other) => narrower with
    {
        AllowsString = one.AllowsString && other.AllowsString,
        AllowsNamedLiterals = one.AllowsNamedLiterals && other.AllowsNamedLiterals,
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
        return new(merged.ToEquatableArray(), later.AdditionalProperties ?? earlier.AdditionalProperties);
    }

    private Schema Conflict(Schema later)
    {
        Conflicts = true;
        return later;
    }
}
