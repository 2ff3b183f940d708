using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Normalization.Steps.Schemas;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Schemas.Values;

/// <summary>The names and descriptions that a schema gives its enum's values, in any of the extensions that tools write.</summary>
internal sealed class EnumNames
{
    // Lists in the order of the values, or maps from a value to its text.
    private static readonly string[] NameKeys = [.. ForeignKeywords.EnumNames.Keys, EnumNameMaps.Names];
    private static readonly string[] DescriptionKeys = [.. ForeignKeywords.EnumDescriptions.Keys, EnumNameMaps.Descriptions];

    private readonly Texts overrides;
    private readonly Texts names;
    private readonly Texts descriptions;
    private readonly Dictionary<string, SpecMap> microsoft;
    private readonly NameOverrides nameOverrides;
    private readonly List<DiagnosticInfo> diagnostics;

    public EnumNames(SpecMap owner, SpecList values, NameOverrides nameOverrides, List<DiagnosticInfo> diagnostics)
    {
        this.nameOverrides = nameOverrides;
        this.diagnostics = diagnostics;
        overrides = Find(owner, values, [NameOverrides.EnumKey]);
        names = Find(owner, values, NameKeys);
        descriptions = Find(owner, values, DescriptionKeys);

        // x-ms-enum: { name, values: [{ value, name, description }] } (AutoRest)
        var described = (owner[ForeignKeywords.MicrosoftEnum] as SpecMap)?["values"] as SpecList;
        // 08 stands for the string "08", or for the number 8.
        var members = (described?.Items ?? []).OfType<SpecMap>().Where(m => m["value"] is SpecScalar).ToList();
        microsoft = members.Select(m => (Value: ((SpecScalar)m["value"]!).Source, Member: m))
            .Concat(members.Select(m => (Value: ((SpecScalar)m["value"]!).Text, Member: m)))
            .GroupBy(m => m.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Member, StringComparer.Ordinal);
    }

    /// <summary>A value with the names and the description that the document gives it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="index">Its index in the list of values.</param>
    /// <param name="indexWithoutNulls">Its index among those that are not null.</param>
    public EnumValue WithNames(EnumValue value, int index, int indexWithoutNulls)
    {
        microsoft.TryGetValue(value.Wire, out var own);
        var (chosen, name) = (overrides.Of(value.Wire, index, indexWithoutNulls), names.Of(value.Wire, index, indexWithoutNulls));
        var description = descriptions.Of(value.Wire, index, indexWithoutNulls);
        return value with
        {
            HasTexts = (chosen ?? name ?? description ?? own?["name"] ?? own?["description"]) is not null,
            NameOverride = nameOverrides.Check(chosen, NameOverrides.EnumKey),
            Name = NullIfBlank(name.AsScalarText()) ?? NullIfBlank(own?["name"].AsScalarText()),
            Description = DocText.Of(description.AsScalarText() ?? own?["description"].AsScalarText()),
        };
    }

    private static string? NullIfBlank(string? name) => string.IsNullOrWhiteSpace(name) ? null : name;

    private Texts Find(SpecMap owner, SpecList values, string[] keys)
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
                        diagnostics.Add(new(ApiRules.EnumNameCountMismatch, list.Location, key, $"{list.Items.Count}", $"{withoutNulls}"));
                    return new(null, list, list.Items.Count == values.Items.Count);
            }
        }
        return default;
    }

    private readonly record struct Texts(SpecMap? Map, SpecList? List, bool CountsNulls)
    {
        public SpecNode? Of(string value, int index, int indexWithoutNulls) =>
            Map?[value] ?? List?.Items.ElementAtOrDefault(CountsNulls ? index : indexWithoutNulls);
    }
}
