using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Normalization.Steps.Schemas;

/// <summary>
/// Writes a list of types in the form of OpenAPI 3.0: <c>[string, 'null']</c> as a nullable string. Several types have no such
/// form; they move to <c>x-kiln-types</c>.
/// </summary>
internal static class TypeLists
{
    public const string Key = "x-kiln-types";

    public static SpecNode Apply(SpecNode node, OpenApiObjectKind kind, NormalizationContext context)
    {
        if (kind is not (OpenApiObjectKind.Schema or OpenApiObjectKind.Parameter or OpenApiObjectKind.Header) || node is not SpecMap map || map["type"] is not SpecList list)
            return node;

        var types = list.Items.Where(i => i.AsText() != "null").GroupBy(i => i.AsText()).Select(g => g.First()).ToArray();
        var isNullable = types.Length < list.Items.Count && list.Items.Any(i => i.AsText() == "null");
        map = (types.Length, isNullable) switch
        {
            (0, true) => map.With("type", SpecNodes.Text(list.Span, "null")),
            (0, false) => map.Without(e => e.Key == "type"),
            (1, _) => map.With("type", types[0]),
            _ => map.Without(e => e.Key == "type").With(Key, new SpecList(list.Span, types)),
        };
        return isNullable && types.Length > 0 ? map.With("nullable", SpecNodes.True(list.Span)) : map;
    }
}
