using Kiln.Generator.Api.Nodes;

namespace Kiln.Generator.Api.Unions;

/// <summary>
/// The discriminator of a union as all that concern it declare it: the union itself, the schemas that its cases are derived from, and constants. Of two that map
/// one value to different schemas the union counts.
/// </summary>
internal sealed class CaseDiscriminator(Discriminator discriminator, DocumentNodes document, UnionCaseFactsReader facts, InheritanceResolver inheritances)
{
    public Discriminator Discriminator => discriminator;

    /// <summary>Whether the document says of at least one value which case it is.</summary>
    public bool IsMapped => discriminator.Mapping.Count > 0;

    /// <summary>Whether a form of a case declares the property.</summary>
    public bool IsDeclaredIn(UnionCaseFacts form) =>
        form.Object.Properties.ContainsKey(discriminator.WireName) || form.Implied.Any(i => i.WireName == discriminator.WireName);

    /// <summary>The values by which an object is of a form.</summary>
    public IReadOnlyList<string> ValuesOf(UnionCaseFacts form)
    {
        var own = OwnValuesOf(form);
        // An object of a derived schema is one of its base, where only the base is a case.
        return [.. own, .. form.Path.SelectMany(DerivedValues).Where(v => !own.Contains(v) && !discriminator.Mapping.ContainsKey(v)).Distinct()];
    }

    /// <summary>What a new object of a form has as the property; <see langword="null"/> if nothing says so.</summary>
    public string? IdentityOf(UnionCaseFacts form)
    {
        if (facts.Constants(form, discriminator.WireName) is [var constant])
            return constant;
        var mapped = MappedTo(form);
        return mapped.Count > 0 ? mapped[0] : IsDeclaredIn(form) ? OwnValuesOf(form).FirstOrDefault() : null;
    }

    private IReadOnlyList<string> OwnValuesOf(UnionCaseFacts form)
    {
        var mapped = MappedTo(form);
        if (mapped.Count > 0)
            return mapped;

        var constants = facts.Constants(form, discriminator.WireName) ?? [];
        // Several constants may be those of all cases, which a mapping then tells from each other.
        if (constants.Count == 1 || (constants.Count > 1 && !IsMapped))
            return constants;
        var inherited = form.Path.Where(inheritances.IsDerived).Select(s => inheritances.ValueOf(s, discriminator.WireName)).OfType<string>().Distinct().ToList();
        if (inherited.Count > 0)
            return inherited;
        return Discriminator.NamesOf(form.Path) is { Count: > 0 } names ? names : constants;
    }

    private IReadOnlyList<string> MappedTo(UnionCaseFacts form) =>
    [
        .. discriminator.MappedTo(form.Path),
        .. form.Object.Discriminated
            .Select(s => Discriminator.Read(s, document))
            .Where(d => d?.WireName == discriminator.WireName)
            .SelectMany(d => d!.MappedTo(form.Path))
            .Where(v => !discriminator.Mapping.ContainsKey(v))
            .Distinct(),
    ];

    private IEnumerable<string> DerivedValues(SchemaNode schema) =>
        inheritances.DerivedFrom(schema).SelectMany(d => inheritances.ValuesBelow(schema, d, discriminator.WireName));
}
