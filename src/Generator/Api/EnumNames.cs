using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs;
using Kiln.Generator.Specs.Normalization;

namespace Kiln.Generator.Api;

/// <summary>The names and descriptions that a schema gives its enum's values, in any of the ways that tools have come up with.</summary>
internal sealed class EnumNames
{
    // Lists in the order of the values, or maps from a value to its word.
    private static readonly string[] NameKeys = ["x-enum-varnames", "x-enumNames", "x-enum-names", EnumWords.Names];
    private static readonly string[] DescriptionKeys = ["x-enum-descriptions", "x-enumDescriptions", EnumWords.Descriptions];

    private readonly Words chosen;
    private readonly Words names;
    private readonly Words descriptions;
    private readonly Dictionary<string, SpecMap> microsoft;
    private readonly List<DiagnosticInfo> diagnostics;

    public EnumNames(SpecMap owner, SpecList values, List<DiagnosticInfo> diagnostics)
    {
        this.diagnostics = diagnostics;
        chosen = Find(owner, values, [ChosenNames.EnumKey]);
        names = Find(owner, values, NameKeys);
        descriptions = Find(owner, values, DescriptionKeys);

        // x-ms-enum: { name, values: [{ value, name, description }] } (AutoRest)
        var described = (owner["x-ms-enum"] as SpecMap)?["values"] as SpecList;
        microsoft = (described?.Items ?? []).OfType<SpecMap>()
            .Where(m => m["value"] is SpecScalar)
            .GroupBy(m => ((SpecScalar)m["value"]!).Text, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>A value with what the document calls it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">Its place in the list of values.</param>
    /// <param name="placeWithoutNulls">Its place among those that are not null.</param>
    public EnumValue Name(EnumValue value, int place, int placeWithoutNulls)
    {
        microsoft.TryGetValue(value.Wire, out var own);
        return value with
        {
            Wish = ChosenNames.Check(chosen.Of(value.Wire, place, placeWithoutNulls), ChosenNames.EnumKey, diagnostics),
            Name = Filled(names.Of(value.Wire, place, placeWithoutNulls).AsWord()) ?? Filled(own?["name"].AsWord()),
            Description = DocText.Of(descriptions.Of(value.Wire, place, placeWithoutNulls).AsWord() ?? own?["description"].AsWord()),
        };
    }

    private static string? Filled(string? name) => string.IsNullOrWhiteSpace(name) ? null : name;

    private Words Find(SpecMap owner, SpecList values, string[] keys)
    {
        foreach (var key in keys)
        {
            switch (owner[key])
            {
                case SpecMap map:
                    return new(map, null, false);
                case SpecList list:
                    var withoutNulls = values.Items.Count(v => !v.IsNull());
                    if (list.Items.Count != values.Items.Count && list.Items.Count != withoutNulls)
                        diagnostics.Add(new(ApiRules.EnumNameCountMismatch, list.Place, key, $"{list.Items.Count}", $"{withoutNulls}"));
                    return new(null, list, list.Items.Count == values.Items.Count);
            }
        }
        return default;
    }

    private readonly record struct Words(SpecMap? Map, SpecList? List, bool CountsNulls)
    {
        public SpecNode? Of(string value, int place, int placeWithoutNulls) =>
            Map?[value] ?? List?.Items.ElementAtOrDefault(CountsNulls ? place : placeWithoutNulls);
    }
}
