using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Api.Schemas.Objects;

/// <summary>Reads the declarations of properties, each once however many objects have it.</summary>
internal sealed class PropertyReader(ReadSchema read, NameOverrides nameOverrides, Origins origins, List<DiagnosticInfo> diagnostics)
{
    private readonly Dictionary<SchemaNode, Property> properties = [];

    /// <summary>One declaration, which does not say whether the property is required: the object does.</summary>
    public Property Read(SchemaProperty declaration)
    {
        var schema = declaration.Schema;
        if (properties.TryGetValue(schema, out var known))
            return known;

        var use = read(schema);
        var annotations = new SchemaAnnotations(schema);
        var property = new Property(
            declaration.Name,
            use.Schema,
            IsRequired: false,
            use.IsNullable || schema.IsMarkedNullable,
            annotations.ReadAccess(diagnostics),
            annotations.ReadDefault(diagnostics),
            DocText.Of(schema.Description ?? schema.Actual.Description),
            Deprecation.Of(schema.IsDeprecated, schema.Node, schema.Description))
        {
            Limits = ValueLimits.Of(annotations),
            Origin = origins.Add(schema.Pointer),
            NameOverride = nameOverrides.Read(schema.Node),
        };
        properties[schema] = property;
        return property;
    }
}
