using System.Text;
using Kiln.Generator.Api.Model;

namespace Kiln.Generator.Shapes.Types.Sharing;

/// <summary>
/// Writes what a document says of how the cases of a union are distinguished: by which values of the discriminator. All else follows from the cases, whose order has
/// no meaning (JSON Schema, "oneOf" and "anyOf"), though rules that are made for another order can look different.
/// </summary>
internal static class UnionRuleText
{
    /// <summary>Adds the values of the discriminator.</summary>
    /// <param name="text">Where they are added.</param>
    /// <param name="union">The union.</param>
    /// <param name="order">For each case its number in the order in which cases are compared.</param>
    public static void Add(StringBuilder text, UnionSchema union, IReadOnlyList<int> order)
    {
        text.Add(union.Discriminator);
        if (union.Discriminator is null || Find(union.Rule, union.Discriminator) is not { } rule)
            return;

        text.Add(rule.Values.Count);
        foreach (var value in rule.Values.OrderBy(v => v.Wire, StringComparer.Ordinal))
            Add(text.Add(value.Wire), value.Then, order);
        Add(text, rule.Otherwise, order);
        Add(text, rule.Missing, order);
    }

    private static PropertyRule? Find(UnionRule? rule, string discriminator) => rule switch
    {
        PropertyRule property when property.WireName == discriminator => property,
        KindRule kinds => Find(kinds.Object, discriminator),
        _ => null,
    };

    private static void Add(StringBuilder text, UnionRule? rule, IReadOnlyList<int> order)
    {
        if (rule is CaseRule single)
            text.Add(order[single.Case]);
        else
            text.Add(rule is null);
    }
}
