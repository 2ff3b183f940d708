using System.Globalization;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the expression that distinguishes a union's cases.</summary>
/// <example><c>UnionRule.ByProperty("kind", null, ("cat", 0), ("dog", 1))</c></example>
internal static class UnionRuleTemplate
{
    public static string Write(UnionRuleShape? rule) => rule switch
    {
        null => "null",
        CaseRuleShape { Index: { } index } => index.ToString(CultureInfo.InvariantCulture),
        KindRuleShape kinds => Kinds(kinds),
        ValueRuleShape values => $"UnionRule.ByValue({Write(values.Otherwise)}{Values(values.Values)})",
        PropertyRuleShape property when property.Missing != property.Otherwise =>
            $"UnionRule.ByOptionalProperty({CSharpText.Literal(property.WireName)}, {Write(property.Missing)}, {Write(property.Otherwise)}{Values(property.Values)})",
        PropertyRuleShape property => $"UnionRule.ByProperty({CSharpText.Literal(property.WireName)}, {Write(property.Otherwise)}{Values(property.Values)})",
        PropertyKindRuleShape property => $"UnionRule.ByPropertyKind({CSharpText.Literal(property.WireName)}, {Write(property.Kinds)})",
        KeysRuleShape keys => $"UnionRule.ByKeys({Write(keys.Otherwise)}{string.Concat(keys.Choices.Items.Select(Keys))})",
        FirstItemRuleShape items => $"UnionRule.ByFirstItem({Write(items.Item)}, {Write(items.Empty)})",
        _ => "UnionRule.Ambiguous",
    };

    // UnionRule.ByKind(forString: 0, forObject: 1)
    private static string Kinds(KindRuleShape kinds)
    {
        var arguments = new[]
        {
            ("forString", kinds.String), ("forNumber", kinds.Number), ("forBoolean", kinds.Boolean), ("forArray", kinds.Array), ("forObject", kinds.Object),
        };
        return $"UnionRule.ByKind({string.Join(", ", arguments.Where(a => a.Item2 is not null).Select(a => $"{a.Item1}: {Write(a.Item2)}"))})";
    }

    private static string Values(EquatableArray<ValueChoiceShape> values) =>
        string.Concat(values.Items.Select(v => $", ({CSharpText.Literal(v.Wire)}, {Write(v.Then)})"));

    private static string Keys(KeysChoiceShape choice) =>
        $", UnionRule.{(choice.NeedsAll ? "HasAll" : "HasAny")}({Write(choice.Then)}, {string.Join(", ", choice.Keys.Items.Select(CSharpText.Literal))})";
}
