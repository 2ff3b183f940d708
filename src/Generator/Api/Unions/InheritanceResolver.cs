using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Unions;

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
    private readonly Dictionary<SchemaNode, Discriminator?> discriminators = [];
    private readonly Dictionary<SchemaNode, HashSet<SchemaNode>> told = [];

    public InheritanceResolver(DocumentNodes document, UnionCaseFactsReader facts)
    {
        this.document = document;
        this.facts = facts;
        foreach (var schema in document.ComponentSchemas.Where(s => s.AllOf.Count > 0))
        {
            foreach (var @base in Bases(schema))
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

    /// <summary>All schemas that are derived from one, directly or not.</summary>
    public IReadOnlyList<SchemaNode> DerivedFrom(SchemaNode schema) => derived.TryGetValue(schema, out var below) ? below : [];

    /// <summary>The place of a schema in its hierarchy; <see langword="null"/> if no discriminator distinguishes it from others.</summary>
    public Inheritance? Resolve(SchemaNode schema)
    {
        var line = Line(schema);
        var below = DerivedFrom(schema);
        if (line.Count == 1 && below.Count == 0 || line.Select(Own).LastOrDefault(d => d is not null) is not { } discriminator)
            return null;

        var names = line.Select(s => Own(s)?.WireName).OfType<string>().Distinct().ToEquatableArray();
        return new(
            BaseOf(schema)?.Pointer,
            discriminator.WireName,
            below.Select(d => new DerivedSchema(d.Pointer, ValuesBelow(schema, d, discriminator.WireName).ToEquatableArray())).ToEquatableArray(),
            discriminator.Default is { } other && below.Contains(other) ? other.Pointer : null,
            names,
            names.Items.Select(n => (Name: n, Value: ValueOf(schema, n))).Where(v => v.Value is not null).Select(v => new PropertyValue(v.Name, v.Value!)).ToEquatableArray());
    }

    /// <summary>The nearest schema that some are derived from, or that is one of them, if its discriminator distinguishes all of them; <see langword="null"/> if there is none.</summary>
    public SchemaNode? CommonBase(IReadOnlyList<SchemaNode> schemas)
    {
        var shared = Line(schemas[0]).AsEnumerable().Reverse().FirstOrDefault(b => schemas.All(s => s == b || DerivedFrom(b).Contains(s)));
        return shared is not null && IsObject(shared) && schemas.All(s => s == shared || IsReached(shared, s)) ? shared : null;
    }

    /// <summary>The discriminator of a schema or of the nearest that it is derived from; <see langword="null"/> if there is none.</summary>
    public Discriminator? DiscriminatorOf(SchemaNode schema) => Line(schema).Select(Own).LastOrDefault(d => d is not null);

    /// <summary>The values of a property by which an object of one schema, read as that, is one of another that is derived from it.</summary>
    public IReadOnlyList<string> ValuesBelow(SchemaNode @base, SchemaNode schema, string property)
    {
        var mapped = MappedTo(schema, property);
        if (mapped.Count > 0)
            return mapped;
        // Below a schema with another discriminator, that one decides.
        return Between(@base, schema).Any(s => Own(s) is { } other && other.WireName != property) ? [] : ValuesOf(schema, property);
    }

    /// <summary>What an object of a schema has as a discriminator of its hierarchy; <see langword="null"/> if nothing says so.</summary>
    public string? ValueOf(SchemaNode schema, string property)
    {
        var line = Line(schema);
        var owner = line.FindIndex(s => Own(s)?.WireName == property);
        if (owner < 0 || owner == line.Count - 1 || MappedTo(schema, property).Count > 0)
            return MappedTo(schema, property).FirstOrDefault();

        // Below a schema with another discriminator it is what that schema has.
        var told = line.Skip(owner + 1).FirstOrDefault(s => Own(s) is { } other && other.WireName != property) ?? schema;
        return ValuesOf(told, property).FirstOrDefault();
    }

    /// <summary>The schemas that one is derived from, the nearest first.</summary>
    private IEnumerable<SchemaNode> Bases(SchemaNode schema)
    {
        var seen = new HashSet<SchemaNode> { schema };
        for (var @base = FindBase(schema); @base is not null && seen.Add(@base); @base = FindBase(@base))
            yield return @base;
    }

    /// <summary>The schemas from the root of the hierarchy to this one.</summary>
    private List<SchemaNode> Line(SchemaNode schema) => [.. Bases(schema).Reverse(), schema];

    private IEnumerable<SchemaNode> Between(SchemaNode @base, SchemaNode schema) => Bases(schema).TakeWhile(s => s != @base);

    private Discriminator? Own(SchemaNode schema)
    {
        if (!discriminators.TryGetValue(schema, out var own))
            discriminators.Add(schema, own = Discriminator.Read(schema, document));
        return own;
    }

    // Whether each class on the way is told from its siblings.
    private bool IsReached(SchemaNode @base, SchemaNode schema)
    {
        var from = @base;
        while (from != schema)
        {
            var below = ToldBelow(from);
            if (Between(from, schema).Reverse().Append(schema).FirstOrDefault(s => below.Contains(s) && (s == schema || Own(s) is not null)) is not { } next)
                return false;
            from = next;
        }
        return true;
    }

    /// <summary>The derived schemas that have values of their own.</summary>
    private HashSet<SchemaNode> ToldBelow(SchemaNode @base)
    {
        if (told.TryGetValue(@base, out var known))
            return known;
        if (DiscriminatorOf(@base) is not { } discriminator)
            return told[@base] = [];

        var values = DerivedFrom(@base).Select(d => (Schema: d, Values: ValuesBelow(@base, d, discriminator.WireName))).Where(d => d.Values.Count > 0).ToList();
        var shared = values.SelectMany(d => d.Values).GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        return told[@base] = [.. values.Where(d => !d.Values.Any(shared.Contains)).Select(d => d.Schema)];
    }

    // The discriminators of all levels count; of equal values that nearest to the root.
    private IReadOnlyList<string> MappedTo(SchemaNode schema, string property)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var discriminator in Line(schema).Select(Own).Where(d => d?.WireName == property))
            found.AddRange(discriminator!.Mapping.Where(m => seen.Add(m.Key) && m.Value == schema).Select(m => m.Key));
        return found;
    }

    private IReadOnlyList<string> ValuesOf(SchemaNode schema, string property)
    {
        if (MappedTo(schema, property) is { Count: > 0 } mapped)
            return mapped;
        // An enum of all values, which the base declares, says nothing of one of the derived.
        var own = facts.Read(0, schema).Select(f => facts.Constants(f.Object, property)).FirstOrDefault();
        return own is { Count: 1 } ? own : Discriminator.NamesOf([schema]);
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
            if (target != schema && IsObject(target) && (Own(target) is not null || FindBase(target) is not null))
                return bases[schema] = target;
        }
        return null;
    }

    private bool IsObject(SchemaNode schema) => JsonPointer.Parse(schema.Pointer) is ["components", "schemas", _]
        && facts.Read(0, schema) is [{ Kind: JsonKind.Object, Object.Names.Count: > 0 }];
}
