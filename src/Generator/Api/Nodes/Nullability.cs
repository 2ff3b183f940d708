using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Nodes;

/// <summary>Decides whether null is a value of a schema: by its own keywords, by an alternative of its union that allows it or has annotations only, or because all parts of its <c>allOf</c> allow it.</summary>
internal static class Nullability
{
    // Limits how many schemas with subschemas are visited: a document may nest them without end.
    private const int MaxSchemas = 64;

    /// <summary>See <see cref="SchemaNode.AllowsNull"/>.</summary>
    public static bool AllowsNull(SchemaNode schema)
    {
        var remaining = MaxSchemas;
        return AllowsNull(schema, ref remaining);
    }

    private static bool AllowsNull(SchemaNode schema, ref int remaining)
    {
        schema = schema.Actual;
        if (ByItself(schema) is { } known)
            return known;
        if (remaining-- <= 0)
            return false;
        return AnyAllowsNull(schema.OneOf, ref remaining) || AnyAllowsNull(schema.AnyOf, ref remaining) || AllAllowNull(schema.AllOf, ref remaining);
    }

    // What the schema's own keywords say; null if its subschemas decide.
    private static bool? ByItself(SchemaNode schema)
    {
        if (schema.IsMarkedNullable || schema.Type == "null" || schema.Enum?.Items.Any(v => v.IsNull()) == true)
            return true;
        return schema.Type is not null || schema.OneOf.Count + schema.AnyOf.Count + schema.AllOf.Count == 0 ? false : null;
    }

    // Null is often the last of many alternatives, so what is nested in the others is looked at after it.
    private static bool AnyAllowsNull(IReadOnlyList<SchemaNode> alternatives, ref int remaining)
    {
        foreach (var alternative in alternatives)
        {
            if (alternative.IsAnnotationOnly() || ByItself(alternative.Actual) == true)
                return true;
        }
        foreach (var alternative in alternatives)
        {
            if (remaining <= 0)
                return false;
            if (AllowsNull(alternative, ref remaining))
                return true;
        }
        return false;
    }

    // Parts with annotations only are skipped.
    private static bool AllAllowNull(IReadOnlyList<SchemaNode> parts, ref int remaining)
    {
        var isNullable = false;
        foreach (var part in parts)
        {
            if (part.IsAnnotationOnly())
                continue;
            if (!AllowsNull(part, ref remaining))
                return false;
            isNullable = true;
        }
        return isNullable;
    }

    /// <summary>See <see cref="SchemaNode.IsOnlyNull"/>.</summary>
    public static bool IsOnlyNull(SchemaNode schema)
    {
        var remaining = MaxSchemas;
        return (schema.IsMarkedNullable && schema.IsAtMostNullable()) || IsOnlyNull(schema, ref remaining);
    }

    private static bool IsOnlyNull(SchemaNode schema, ref int remaining)
    {
        schema = schema.Actual;
        if (remaining-- <= 0)
            return false;
        if (schema.Type == "null")
            return true;
        if (schema.Enum is { Items.Count: > 0 } values)
            return values.Items.All(v => v.IsNull());

        foreach (var part in schema.AllOf)
        {
            if (IsOnlyNull(part, ref remaining))
                return true;
        }
        foreach (var alternative in schema.Alternatives)
        {
            if (!IsOnlyNull(alternative, ref remaining))
                return false;
        }
        return schema.Alternatives.Count > 0;
    }

    /// <summary>Whether the schema holds annotations for people only, and so allows every value.</summary>
    public static bool IsAnnotationOnly(this SchemaNode schema) => schema["nullable"] is null && schema.IsAtMostNullable();

    /// <summary>
    /// Whether the schema says no more than that null is allowed, which people write beside a reference. In JSON Schema it has no effect there, but it is meant.
    /// </summary>
    public static bool IsAtMostNullable(this SchemaNode schema) =>
        schema is { IsReference: false, Type: null, Items: null, TupleItems.Count: 0, AdditionalProperties: null, Not: null, Enum: null or { Items.Count: 0 } }
        && schema.Properties.Count + schema.PatternProperties.Count + schema.Required.Count == 0
        && schema.AllOf.Count + schema.AnyOf.Count + schema.OneOf.Count == 0
        && schema["x-kiln-types"] is null && schema["if"] is null && schema["dependentSchemas"] is null;
}
