using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Unions;
using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Schemas.Objects;

/// <summary>
/// Finds the named schemas that are derived from one with a discriminator: those that name it in their <c>allOf</c> (OpenAPI 3.0.3, "Composition and
/// Inheritance"). An <c>allOf</c> without a discriminator only gathers properties.
/// </summary>
internal sealed class InheritanceResolver
{
    private readonly DocumentNodes document;
    private readonly UnionCaseFactsReader facts;
    private readonly Dictionary<SchemaNode, SchemaNode?> bases = [];
    private readonly Dictionary<SchemaNode, List<SchemaNode>> derived = [];

    public InheritanceResolver(DocumentNodes document, UnionCaseFactsReader facts)
    {
        this.document = document;
        this.facts = facts;
        foreach (var schema in document.ComponentSchemas.Where(s => s.AllOf.Count > 0))
        {
            var seen = new HashSet<SchemaNode> { schema };
            for (var @base = FindBase(schema); @base is not null && seen.Add(@base); @base = FindBase(@base))
            {
                if (!derived.TryGetValue(@base, out var below))
                    derived.Add(@base, below = []);
                below.Add(schema);
            }
        }
    }

    /// <summary>Whether a schema is derived from another.</summary>
    public bool IsDerived(SchemaNode schema) => BaseOf(schema) is not null;

    /// <summary>The base class of a schema; <see langword="null"/> if it has none.</summary>
    public SchemaNode? BaseOf(SchemaNode schema) => bases.TryGetValue(schema, out var @base) ? @base : null;

    /// <summary>The place of a schema in its hierarchy; <see langword="null"/> if no discriminator distinguishes it from others.</summary>
    public Inheritance? Resolve(SchemaNode schema)
    {
        var @base = BaseOf(schema);
        derived.TryGetValue(schema, out var below);
        if (@base is null && below is null || DiscriminatorOf(schema) is not { } discriminator)
            return null;

        return new(
            @base?.Pointer,
            discriminator.WireName,
            (below ?? []).Select(d => new DerivedSchema(d.Pointer, Values(discriminator, d).ToEquatableArray())).ToEquatableArray(),
            @base is null ? null : Values(DiscriminatorOf(@base) ?? discriminator, schema).FirstOrDefault());
    }

    private Discriminator? DiscriminatorOf(SchemaNode schema)
    {
        var seen = new HashSet<SchemaNode>();
        for (var current = schema; current is not null && seen.Add(current); current = FindBase(current))
        {
            if (Discriminator.Read(current, document) is { } discriminator)
                return discriminator;
        }
        return null;
    }

    private IReadOnlyList<string> Values(Discriminator discriminator, SchemaNode schema)
    {
        var isMapped = discriminator.Mapping.Values.Contains(schema);
        var own = isMapped ? null : facts.Read(0, schema).Select(f => facts.Constants(f.Object, discriminator.WireName)).FirstOrDefault();
        // An enum of all values, which the base declares, says nothing of one of the derived.
        return own is { Count: 1 } ? own : discriminator.ValuesOf([schema]);
    }

    // The first part that has a discriminator, or is derived from one that has, is the base; the properties of others are copied.
    private SchemaNode? FindBase(SchemaNode schema)
    {
        if (bases.TryGetValue(schema, out var known))
            return known;

        bases.Add(schema, null); // a circle has no base
        foreach (var part in schema.AllOf.Where(p => p.Target is not null))
        {
            var target = part.Actual;
            if (target != schema && IsObject(target) && (Discriminator.Read(target, document) is not null || FindBase(target) is not null))
                return bases[schema] = target;
        }
        return null;
    }

    private bool IsObject(SchemaNode schema) => JsonPointer.Parse(schema.Pointer) is ["components", "schemas", _]
        && facts.Read(0, schema) is [{ Kind: JsonKind.Object, Object.Names.Count: > 0 }];
}
