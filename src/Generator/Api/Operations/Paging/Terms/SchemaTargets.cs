using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Operations.Terms;

/// <summary>Follows references to the named schemas.</summary>
internal sealed class SchemaTargets(EquatableArray<NamedSchema> named)
{
    private readonly Dictionary<string, NamedSchema> schemas = named.ToDictionary(n => n.Pointer, StringComparer.Ordinal);

    /// <summary>The schema itself, or the one at the end of its references.</summary>
    public Schema Actual(Schema schema)
    {
        // A chain cannot be longer than there are schemas, unless it is a circle.
        for (var i = 0; i <= schemas.Count && schema is ReferenceSchema reference; i++)
            schema = schemas[reference.Pointer].Schema;
        return schema;
    }

    /// <summary>The properties of a schema; none if it is not an object with properties that the document names.</summary>
    public EquatableArray<Property> PropertiesOf(Schema schema) => Actual(schema) is ObjectSchema o ? o.Properties : [];

    /// <summary>The description of a property: its own, or that of the schema that it refers to.</summary>
    public string DescriptionOf(string? own, Schema schema) =>
        own ?? (schema is ReferenceSchema reference && schemas.TryGetValue(reference.Pointer, out var target) ? target.Description : null) ?? "";
}
