namespace Kiln.Generator.Api.Nodes;

/// <summary>
/// Finds the schema that another one wraps: <c>allOf: [X]</c>, <c>oneOf: [X]</c>, <c>anyOf: [X, null]</c> and a <c>$ref</c> with siblings mean X, with
/// annotations or null beside it.
/// </summary>
internal static class SchemaWrappers
{
    // A wrapper can wrap itself.
    private const int MaxDepth = 8;

    /// <summary>The one schema that this one only adds annotations or null to; <see langword="null"/> if it says more than that.</summary>
    public static SchemaNode? Wrapped(this SchemaNode schema)
    {
        if (schema.Properties.Count + schema.PatternProperties.Count + schema.Required.Count + schema.ConditionalProperties.Count > 0 || schema.AdditionalProperties is not null)
            return null;
        if (schema.AllOf.Count == 0)
            return schema.OneOf.Count == 0 || schema.AnyOf.Count == 0 ? Single(schema.Alternatives, static a => !a.IsOnlyNull) : null;
        if (schema.Alternatives.Count > 0)
            return null;
        return schema.AllOf.Count == 1 ? schema.AllOf[0] : Single(schema.AllOf, static part => !part.IsAtMostNullable());
    }

    /// <summary>The schema behind references and schemas that only add annotations or null; the schema itself where it says more than that.</summary>
    public static SchemaNode Unwrapped(this SchemaNode schema)
    {
        schema = schema.Actual;
        for (var i = 0; i < MaxDepth && schema.Type is null && schema.Wrapped() is { } wrapped; i++)
            schema = wrapped.Actual;
        return schema;
    }

    private static SchemaNode? Single(IReadOnlyList<SchemaNode> schemas, Func<SchemaNode, bool> counts)
    {
        SchemaNode? single = null;
        foreach (var schema in schemas)
        {
            if (!counts(schema))
                continue;
            if (single is not null)
                return null;
            single = schema;
        }
        return single;
    }
}
