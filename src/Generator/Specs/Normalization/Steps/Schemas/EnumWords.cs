using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Names and descriptions of an enum's values come as lists or as maps from the values. NSwag takes the lists only, so the maps move to a key of Kiln's.
/// </summary>
internal static class EnumWords
{
    public const string Descriptions = "x-kiln-enum-descriptions";
    public const string Names = "x-kiln-enum-names";

    private static readonly (string Key, string Moved)[] Rows =
    [
        ("x-enumDescriptions", Descriptions), ("x-enum-descriptions", Descriptions), ("x-enumNames", Names), ("x-enum-names", Names), ("x-enum-varnames", Names),
    ];

    public static SpecNode Apply(SpecNode node, SpecKind kind, NormalizationContext context)
    {
        if (kind is not (SpecKind.Schema or SpecKind.Parameter or SpecKind.Header) || node is not SpecMap map)
            return node;

        foreach (var (key, moved) in Rows)
        {
            if (map[key] is SpecMap words)
                map = map.Without(e => e.Key == key).With(moved, words);
        }
        return map;
    }
}
