using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Reports a required property that the schema does not declare, if it is similar to one that it declares. Any other may come from a schema that this one
/// is combined with.
/// </summary>
internal static class MisspelledProperties
{
    private static readonly string[] Combinations = ["allOf", "oneOf", "anyOf", SpecReference.Key];

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind != OpenApiObjectKind.Schema || node is not SpecMap map || map["required"] is not SpecList required || map["properties"] is not SpecMap properties)
            return node;

        string[]? candidates = null;
        for (var i = 0; i < required.Items.Count; i++)
        {
            if (required.Items[i].AsText() is not { } name || properties.Entry(name) is not null || context.Suggestions.IsExhausted)
                continue;
            if (candidates is null)
            {
                if (Combinations.Any(key => map[key] is not null))
                    return map;
                // A property that is required under its own name was not meant.
                var names = new HashSet<string>(required.Texts(), StringComparer.Ordinal);
                candidates = [.. properties.Entries.Select(e => e.Key).Where(key => !names.Contains(key))];
            }
            if (context.Suggestions.Find(name, candidates) is { } similar)
                context.Report(SpecRules.MisspelledRequiredProperty, required.Items[i].Location, name, similar);
        }
        return map;
    }
}
