using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Moves the names and descriptions of an enum's values to extensions of Kiln if they are maps from the values. NSwag reads lists only.
/// </summary>
internal static class EnumNameMaps
{
    public const string Descriptions = "x-kiln-enum-descriptions";
    public const string Names = "x-kiln-enum-names";

    private static readonly (string Key, string Moved)[] MovedKeys =
    [
        .. ForeignKeywords.EnumDescriptions.Keys.Select(key => (key, Descriptions)),
        .. ForeignKeywords.EnumNames.Keys.Select(key => (key, Names)),
    ];

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind is not (OpenApiObjectKind.Schema or OpenApiObjectKind.Parameter or OpenApiObjectKind.Header) || node is not SpecMap map)
            return node;

        foreach (var (key, moved) in MovedKeys)
        {
            if (map[key] is SpecMap names)
                map = map.Without(e => e.Key == key).With(moved, names);
        }
        return map;
    }
}
