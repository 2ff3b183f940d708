using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Unions;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Schemas.Objects;

/// <summary>Reads objects and dictionaries.</summary>
internal sealed class ObjectReader(
    DocumentNodes document, UnionCaseFactsReader facts, InheritanceResolver inheritances, UnionReader unions, NameOverrides nameOverrides, Origins origins, ReadSchema read, List<DiagnosticInfo> diagnostics)
{
    private readonly PropertyReader properties = new(read, nameOverrides, origins, diagnostics);
    private readonly HierarchyReader hierarchies = new(inheritances, document, facts, diagnostics);

    /// <summary>Reads a schema without properties that is an object, or has additional properties.</summary>
    public Schema ReadDictionary(SchemaNode schema)
    {
        var additional = new AdditionalPropertiesReader(read, diagnostics);
        if (additional.Add(schema) && additional.Read() is { } values)
            return WithoutProperties(values);

        // Any JSON as the values still says that they are in an object.
        if (schema.AdditionalProperties is not { } any || schema.PatternProperties.Count > 0)
            return schema.Type == "object" ? new DictionarySchema(new AnySchema(), ValuesAreNullable: false) : new AnySchema();
        var use = read(any);
        return new DictionarySchema(use.Schema, use.IsNullable);
    }

    /// <summary>Reads a schema with properties or an <c>allOf</c>.</summary>
    public Schema Read(SchemaNode schema)
    {
        var flattened = new AllOfFlattener(schema);
        var additional = new AdditionalPropertiesReader(read, diagnostics);
        foreach (var subschema in flattened.Subschemas)
            additional.Add(subschema);

        if (flattened.Properties.Count == 0)
            return additional.Read() is { } values ? WithoutProperties(values) : ReadScalarParts(schema);

        foreach (var alternative in flattened.NonObjectAlternatives)
            diagnostics.Add(new(ApiRules.NonObjectAlternative, alternative.Location));

        var inheritance = hierarchies.Read(schema, flattened);
        var declarations = inheritance is not null && inheritances.BaseOf(schema) is { } @base ? WithBase(@base, flattened) : flattened.Properties;
        var all = hierarchies.WithDiscriminator(declarations.Select(d => ReadProperty(d, flattened)).ToEquatableArray(), schema);
        return new ObjectSchema(WithNames(all, flattened), additional.Read()) { Inheritance = inheritance };
    }

    // What the object itself says comes before what the subschemas of its allOf say, and of those the last one counts.
    private EquatableArray<Property> WithNames(EquatableArray<Property> all, AllOfFlattener flattened)
    {
        var naming = flattened.Subschemas.Reverse().Concat(flattened.Alternatives).Where(s => s[NameOverrideKeys.Properties] is SpecMap).ToList();
        return naming.Count == 0
            ? all
            : all.Select(p => naming.Select(s => nameOverrides.ReadEntry(s.Node, NameOverrideKeys.Properties, p.WireName)).FirstOrDefault(n => n is not null) is { } name
                ? p with { NameOverride = name }
                : p).ToEquatableArray();
    }

    // A dictionary has no room for values of other types.
    private static Schema WithoutProperties(AdditionalProperties values) =>
        values.AreOpen ? new ObjectSchema([], values) : new DictionarySchema(values.Values, values.ValuesAreNullable);

    // An allOf of scalars (a string that is also a date) says no more than its first part that says anything.
    private Schema ReadScalarParts(SchemaNode schema) => schema.AllOf
        .Select(part => read(part).Schema)
        .FirstOrDefault(part => part is not (AnySchema or UnionSchema or DictionarySchema { Values: AnySchema })) ?? new AnySchema();

    private Property ReadProperty(List<SchemaProperty> declarations, AllOfFlattener flattened)
    {
        var property = properties.Read(declarations[0]);
        foreach (var declaration in declarations.Skip(1))
        {
            var intersection = new PropertyIntersection(IsPartOf);
            property = intersection.Of(property, properties.Read(declaration));
            if (intersection.Conflicts)
                diagnostics.Add(new(ApiRules.ConflictingProperties, declaration.Schema.Location, property.WireName));
        }
        if (flattened.OtherDeclarations.TryGetValue(property.WireName, out var others) && others.Count > 0)
        {
            var use = unions.Read(others.Prepend(declarations[0]).Select(d => d.Schema));
            property = property with { Schema = use.Schema, IsNullable = property.IsNullable || use.IsNullable };
        }
        return property with { IsRequired = flattened.Required.Contains(property.WireName), Constant = ConstantOf(property.Schema, declarations) };
    }

    private string? ConstantOf(Schema schema, List<SchemaProperty> declarations) => schema switch
    {
        EnumSchema @enum => @enum.Constant,
        ReferenceSchema or ScalarSchema { Type: "boolean" } => declarations.Select(d => UnionCaseFactsReader.ConstantsOf(d.Schema)).FirstOrDefault(c => c is { Count: 1 })?[0],
        _ => null,
    };

    private bool IsPartOf(string pointer, string whole) =>
        document.FindSchema(pointer) is { } schema && document.FindSchema(whole) is { } container && AllOfFlattener.IsPartOf(schema, container);

    // What the base declares comes first, and as the base declares it: a property of a class cannot change its type in a derived one.
    private List<List<SchemaProperty>> WithBase(SchemaNode @base, AllOfFlattener flattened)
    {
        var inherited = new AllOfFlattener(@base);
        var declared = flattened.Properties.ToDictionary(p => p[0].Name, StringComparer.Ordinal);
        foreach (var property in inherited.Properties)
        {
            var narrowed = declared.TryGetValue(property[0].Name, out var all) ? all.Where(p => property.All(i => i.Schema != p.Schema) && !IsConstant(p.Schema)) : [];
            foreach (var declaration in narrowed.Where(p => !properties.Read(p).Schema.Describes(properties.Read(property[0]).Schema)))
                diagnostics.Add(new(ApiRules.InheritedPropertyType, declaration.Schema.Location, declaration.Name, SchemaNames.Of(@base.Pointer)));
        }
        var names = new HashSet<string>(inherited.Properties.Select(p => p[0].Name), StringComparer.Ordinal);
        return [.. inherited.Properties, .. flattened.Properties.Where(p => !names.Contains(p[0].Name))];
    }

    // A discriminator that is a constant in each of the derived schemas is what distinguishes them.
    private static bool IsConstant(SchemaNode schema) => schema.Actual.Enum is { Items.Count: 1 };
}
