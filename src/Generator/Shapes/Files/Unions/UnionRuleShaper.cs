using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Files;

/// <summary>Makes the shape of a union's rule.</summary>
/// <param name="indexes">For each of the document's cases its index among the emitted ones; -1 where the value stays JSON.</param>
internal sealed class UnionRuleShaper(IReadOnlyList<int> indexes)
{
    /// <summary>The shape of a rule. One that decides nothing is a case without an index.</summary>
    public UnionRuleShape Rule(UnionRule rule) => rule switch
    {
        CaseRule { Case: var @case } => Case(@case),
        KindRule kinds => Kinds(kinds),
        ValueRule values => new ValueRuleShape(Values(values.Values), Optional(values.Otherwise)),
        PropertyRule field => new PropertyRuleShape(field.WireName, Values(field.Values), Optional(field.Otherwise), Optional(field.Missing)),
        PropertyKindRule field => new PropertyKindRuleShape(field.WireName, Kinds(field.Kinds)),
        RequiredKeysRule keys => new KeysRuleShape(
            keys.Choices.Items.Select(c => new KeysChoiceShape(c.Keys, c.NeedsAll, Rule(c.Then))).ToEquatableArray(), Optional(keys.Otherwise)),
        ItemRule items => new FirstItemRuleShape(Rule(items.Item), Case(items.Empty)),
        _ => new CaseRuleShape(null),
    };

    /// <summary>Whether a rule can lead to a case.</summary>
    /// <param name="rule">The rule; <see langword="null"/> leads to none.</param>
    /// <param name="index">The case's index among the emitted ones.</param>
    public static bool LeadsTo(UnionRuleShape? rule, int index) => rule switch
    {
        CaseRuleShape @case => @case.Index == index,
        KindRuleShape kinds => new[] { kinds.String, kinds.Number, kinds.Boolean, kinds.Array, kinds.Object }.Any(k => LeadsTo(k, index)),
        ValueRuleShape values => values.Values.Items.Any(v => LeadsTo(v.Then, index)) || LeadsTo(values.Otherwise, index),
        PropertyRuleShape property => property.Values.Items.Any(v => LeadsTo(v.Then, index)) || LeadsTo(property.Otherwise, index) || LeadsTo(property.Missing, index),
        PropertyKindRuleShape property => LeadsTo(property.Kinds, index),
        KeysRuleShape keys => keys.Choices.Items.Any(c => LeadsTo(c.Then, index)) || LeadsTo(keys.Otherwise, index),
        FirstItemRuleShape items => LeadsTo(items.Item, index),
        _ => false,
    };

    private CaseRuleShape Case(int @case) => new(indexes[@case] < 0 ? null : indexes[@case]);

    private UnionRuleShape? Optional(UnionRule? rule) => rule is null ? null : Rule(rule);

    private KindRuleShape Kinds(KindRule kinds) =>
        new(Optional(kinds.String), Optional(kinds.Number), Optional(kinds.Boolean), Optional(kinds.Array), Optional(kinds.Object));

    private EquatableArray<ValueChoiceShape> Values(EquatableArray<UnionValue> values) =>
        values.Items.Select(v => new ValueChoiceShape(v.Wire, Rule(v.Then))).ToEquatableArray();
}
