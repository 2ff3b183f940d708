using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Unions;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Api.Schemas.Objects;

/// <summary>Reads what the hierarchy of an object says of its properties.</summary>
internal sealed class HierarchyReader(InheritanceResolver inheritances, DocumentNodes document, UnionCaseFactsReader facts, List<DiagnosticInfo> diagnostics)
{
    /// <summary>The place of an object in its hierarchy; <see langword="null"/> if it has none.</summary>
    /// <param name="schema">The object.</param>
    /// <param name="flattened">Its properties, those of its bases included.</param>
    public Inheritance? Read(SchemaNode schema, AllOfFlattener flattened)
    {
        if (inheritances.Resolve(schema) is not { } inheritance)
            return null;

        CheckDefault(schema);
        return inheritances.BaseOf(schema) is { } @base
            ? inheritance with { Identity = [.. inheritance.Identity, .. Constants(@base, flattened).Where(c => inheritance.Identity.All(i => i.WireName != c.WireName))] }
            : inheritance;
    }

    /// <summary>The properties of an object, with the discriminator that distinguishes those derived from it, which the document may have forgotten to declare.</summary>
    public EquatableArray<Property> WithDiscriminator(EquatableArray<Property> properties, SchemaNode schema)
    {
        var derived = inheritances.DerivedFrom(schema);
        if (derived.Count == 0 || Discriminator.Read(schema, document) is not { } discriminator || derived.Append(schema).Any(s => Declares(s, discriminator.WireName)))
            return properties;

        diagnostics.Add(new(ApiRules.UndeclaredDiscriminator, discriminator.Location, discriminator.WireName));
        return [.. properties, new(discriminator.WireName, new ScalarSchema("string", null), IsRequired: false, IsNullable: false, PropertyAccess.Both, null, null, null)];
    }

    private bool Declares(SchemaNode schema, string name) => facts.Read(0, schema).Any(f => f.Object.Properties.ContainsKey(name));

    // A property that the base requires with any value, and of which the derived schema allows one.
    private IEnumerable<PropertyValue> Constants(SchemaNode @base, AllOfFlattener flattened)
    {
        var inherited = new HashSet<string>(new AllOfFlattener(@base).Properties.Select(p => p[0].Name), StringComparer.Ordinal);
        foreach (var declarations in flattened.Properties.Where(p => inherited.Contains(p[0].Name) && flattened.Required.Contains(p[0].Name)))
        {
            if (declarations.Select(d => UnionCaseFactsReader.ConstantsOf(d.Schema)).FirstOrDefault(c => c is { Count: 1 }) is { } constant)
                yield return new(declarations[0].Name, constant[0]);
        }
    }

    private void CheckDefault(SchemaNode schema)
    {
        if (Discriminator.Read(schema, document) is { Default: { } other } discriminator && other != schema && !inheritances.DerivedFrom(schema).Contains(other))
            diagnostics.Add(new(ApiRules.DefaultMappingNotUsed, discriminator.Location, SchemaNames.Of(other.Pointer)));
    }
}
