using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api;

/// <summary>
/// Finds the named schemas that are derived from one with a discriminator: those that name it in their <c>allOf</c> (OpenAPI 3.0.3, "Composition and
/// Inheritance"). An <c>allOf</c> without a discriminator only gathers fields.
/// </summary>
internal sealed class Hierarchy
{
    private readonly SpecMap root;
    private readonly CaseShapes facts;
    private readonly Dictionary<string, string?> bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> derived = new(StringComparer.Ordinal);

    public Hierarchy(SpecMap root)
    {
        this.root = root;
        facts = new(root);
        var schemas = JsonPointer.Find(root, "/components/schemas") as SpecMap;
        foreach (var schema in schemas?.Entries.Where(e => (e.Value as SpecMap)?["allOf"] is SpecList) ?? [])
        {
            var pointer = "/components/schemas/" + JsonPointer.Escape(schema.Key);
            var seen = new HashSet<string>(StringComparer.Ordinal) { pointer };
            for (var above = BaseOf(pointer); above is not null && seen.Add(above); above = BaseOf(above))
            {
                if (!derived.TryGetValue(above, out var below))
                    derived.Add(above, below = []);
                below.Add(pointer);
            }
        }
    }

    /// <summary>Whether a schema is derived from another.</summary>
    public bool IsDerived(string pointer) => bases.TryGetValue(pointer, out var above) && above is not null;

    /// <summary>Where the schema at a pointer stands; <see langword="null"/> if no discriminator tells it from others.</summary>
    public Inheritance? Of(string pointer)
    {
        var above = bases.TryGetValue(pointer, out var found) ? found : null;
        derived.TryGetValue(pointer, out var below);
        if (above is null && below is null || DiscriminatorOf(pointer) is not { } discriminator)
            return null;

        return new(
            above,
            discriminator.WireName,
            (below ?? []).Select(d => new DerivedSchema(d, Values(discriminator, d).ToEquatableArray())).ToEquatableArray(),
            above is null ? null : Values(DiscriminatorOf(above) ?? discriminator, pointer).FirstOrDefault());
    }

    private Discriminator? DiscriminatorOf(string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = pointer; at is not null && seen.Add(at); at = BaseOf(at))
        {
            if (Discriminator.Of(root, at) is { } discriminator)
                return discriminator;
        }
        return null;
    }

    private IReadOnlyList<string> Values(Discriminator discriminator, string pointer)
    {
        var isMapped = discriminator.Mapping.Values.Contains(pointer);
        var own = isMapped ? null : facts.Of(0, pointer).Select(s => facts.Constants(s.Fields, discriminator.WireName)).FirstOrDefault();
        // A list of all values, which the base declares, says nothing of one of the derived.
        return own is { Count: 1 } ? own : discriminator.ValuesOf([pointer]);
    }

    // The first part that has a discriminator, or is derived from one that has, is the base; the fields of others are taken over.
    private string? BaseOf(string pointer)
    {
        if (bases.TryGetValue(pointer, out var known))
            return known;

        bases.Add(pointer, null); // a circle has no base
        if ((JsonPointer.Find(root, pointer) as SpecMap)?["allOf"] is not SpecList parts)
            return null;
        for (var i = 0; i < parts.Items.Count; i++)
        {
            if (SpecReferences.TargetOf(root, $"{pointer}/allOf/{i}") is null)
                continue;
            var target = SpecReferences.Follow(root, $"{pointer}/allOf/{i}");
            if (target != pointer && IsObject(target) && (Discriminator.Of(root, target) is not null || BaseOf(target) is not null))
                return bases[pointer] = target;
        }
        return null;
    }

    private bool IsObject(string pointer) => JsonPointer.Parse(pointer) is ["components", "schemas", _]
        && facts.Of(0, pointer) is [{ Kind: JsonKind.Object, Fields.Names.Count: > 0 }];
}
