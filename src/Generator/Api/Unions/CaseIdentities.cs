using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Api.Unions;

/// <summary>Says what identifies the objects that are put into a union: its discriminator, and properties that the union requires and a case makes constant.</summary>
/// <param name="discriminator">The union's own; <see langword="null"/> for none.</param>
/// <param name="required">The properties that the union requires beside its alternatives.</param>
/// <param name="facts">Reads the constants.</param>
internal sealed class CaseIdentities(CaseDiscriminator? discriminator, IReadOnlyList<string> required, UnionCaseFactsReader facts)
{
    /// <summary>The properties of a case; empty if it may be something else than an object.</summary>
    public EquatableArray<PropertyValue> Of(UnionCandidate @case)
    {
        if (@case.Forms.Count == 0 || @case.Forms.Any(f => f.Kind != JsonKind.Object))
            return [];

        var values = new List<PropertyValue>();
        if (discriminator is not null && Same(@case.Forms.Select(discriminator.IdentityOf)) is { } identity)
            values.Add(new(discriminator.Discriminator.WireName, identity));
        foreach (var name in required.Where(n => n != discriminator?.Discriminator.WireName))
        {
            if (Same(@case.Forms.Select(f => facts.Constants(f, name) is [var constant] ? constant : null)) is { } value)
                values.Add(new(name, value));
        }
        return values.ToEquatableArray();
    }

    private static string? Same(IEnumerable<string?> values) => values.Distinct().ToList() is [{ } only] ? only : null;
}
