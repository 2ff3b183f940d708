using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Specs.Reading;

namespace Kiln.Generator.Api.Webhooks;

/// <summary>Finds the property that distinguishes the bodies of all webhooks, so that one method can read any of them.</summary>
/// <example><c>type</c>, which is <c>invoice.paid</c> in one and <c>invoice.voided</c> in another.</example>
internal static class WebhookEvents
{
    /// <summary>The union of all bodies; <see langword="null"/> if there are not several, or no required property is a different constant in each.</summary>
    public static UnionSchema? Of(EquatableArray<Webhook> webhooks, ResolveSchema resolve)
    {
        var bodies = webhooks.Where(w => w.Expression is null).Select(w => w.Body).ToList();
        if (bodies.Count < 2 || bodies.Exists(b => b?.Schema is null || b.IsNullable))
            return null;
        var schemas = bodies.Select(b => b!.Schema!).Distinct().ToList();
        var objects = schemas.Select(s => resolve(s) as ObjectSchema).ToList();
        if (schemas.Count is < 2 or > ReadingLimits.UnionCases || objects.Contains(null))
            return null;

        foreach (var property in objects[0]!.Properties.Where(p => p is { Constant: not null, IsRequired: true }))
        {
            var values = objects.Select(o => o!.Properties.FirstOrDefault(p => p.WireName == property.WireName && p.IsRequired)?.Constant).ToList();
            if (values.Contains(null) || values.Distinct(StringComparer.Ordinal).Count() != values.Count)
                continue;
            var rule = new PropertyRule(property.WireName, values.Select((v, i) => new UnionValue(v!, new CaseRule(i))).ToEquatableArray(), Otherwise: null, Missing: null);
            var cases = schemas.Select((s, i) => new UnionCase(s, values[i]) { Identity = [new(property.WireName, values[i]!)] });
            return new(cases.ToEquatableArray(), rule) { Discriminator = property.WireName };
        }
        return null;
    }
}
