using NJsonSchema;

namespace Kiln.Generator.Api;

/// <summary>Whether null is a value of a schema: by its own words, by those of a choice that it is, or because no part of it says otherwise.</summary>
internal static class Nullability
{
    // More schemas than this say nothing that a person could follow, and a document may nest them without end.
    private const int MostSchemas = 64;

    public static bool Of(JsonSchema schema)
    {
        var left = MostSchemas;
        return Of(schema, ref left);
    }

    private static bool Of(JsonSchema schema, ref int left)
    {
        schema = SchemaReader.Actual(schema);
        if (left-- <= 0)
            return false;
        if (schema.IsNullableRaw == true || (schema.Type & JsonObjectType.Null) != 0 || schema.Enumeration.Any(v => v is null))
            return true;
        if (schema.Type != JsonObjectType.None)
            return false;
        return AnyOf(schema.OneOf, ref left) || AnyOf(schema.AnyOf, ref left) || AllOf(schema.AllOf, ref left);
    }

    private static bool AnyOf(ICollection<JsonSchema> cases, ref int left)
    {
        foreach (var one in cases)
        {
            if (SaysNothing(one) || Of(one, ref left))
                return true;
        }
        return false;
    }

    // Parts with nothing but words beside them leave null to the others.
    private static bool AllOf(ICollection<JsonSchema> parts, ref int left)
    {
        var isNullable = false;
        foreach (var part in parts)
        {
            if (SaysNothing(part))
                continue;
            if (!Of(part, ref left))
                return false;
            isNullable = true;
        }
        return isNullable;
    }

    /// <summary>Whether a schema holds words for people alone, and takes every value.</summary>
    public static bool SaysNothing(JsonSchema schema) =>
        schema.IsNullableRaw is null && SaysAtMostNull(schema);

    /// <summary>Whether it says no more than that null is allowed, which people write beside a reference: by the letter it changes nothing, but it is meant.</summary>
    public static bool SaysAtMostNull(JsonSchema schema) =>
        schema is { Reference: null, Type: JsonObjectType.None, Item: null, AdditionalPropertiesSchema: null, Not: null }
        && schema.Properties.Count + schema.PatternProperties.Count + schema.RequiredProperties.Count == 0
        && schema.AllOf.Count + schema.AnyOf.Count + schema.OneOf.Count + schema.Enumeration.Count == 0
        && schema.ExtensionData?.Keys.Any(k => k is "x-kiln-types" or "if" or "dependentSchemas") != true;
}
