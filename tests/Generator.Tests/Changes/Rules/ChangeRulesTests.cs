using System.Reflection;
using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules;
using Kiln.Generator.Changes.Rules.Model;
using Kiln.Generator.Tests.Fuzzing;

namespace Kiln.Generator.Tests.Changes.Rules;

/// <summary>The table of rules as a whole, and what is said of single differences.</summary>
public sealed class ChangeRulesTests
{
    private const ChangePlaces Everywhere = (ChangePlaces)~0;

    // What is added can be removed, and so on; only these are seen in one direction.
    private static readonly (ChangeAction, ChangeAction)[] Opposites =
    [
        (ChangeAction.Added, ChangeAction.Removed),
        (ChangeAction.Increased, ChangeAction.Decreased),
        (ChangeAction.Widened, ChangeAction.Narrowed),
    ];

    [Fact]
    public void Each_aspect_has_rules_for_both_of_two_opposites()
    {
        var aspects = typeof(Aspects).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        var faults =
            from aspect in aspects
            let actions = RuleInventory.All.Where(r => r.Aspect == aspect).Select(r => r.Action).ToHashSet()
            let isComplete = actions.Count > 0 && Opposites.All(o => actions.Contains(o.Item1) == actions.Contains(o.Item2))
            where !isComplete
            select $"{aspect}: {string.Join(", ", actions)}";

        Assert.Equal("", string.Join('\n', faults));
    }

    [Fact]
    public void A_difference_that_no_condition_excludes_has_a_rule()
    {
        var faults =
            from rule in RuleInventory.All
            from direction in new[] { Direction.Request, Direction.Response, Direction.None }
            let places = rule.Places == ChangePlaces.None ? Everywhere : rule.Places
            let change = ChangeRules.Classify(new(rule.Aspect, rule.Action, direction, places, "Item.name"))
            where change.Id == ChangeRules.Unknown && (rule.In(direction) is not null || rule.Places == ChangePlaces.None)
            select $"{rule.Id}: {rule.Aspect} {rule.Action} in {direction}";

        Assert.Equal("", string.Join('\n', faults.Distinct()));
    }

    [Fact]
    public void Whatever_differs_has_a_rule()
    {
        // The documents of one slot have hardly anything in common there.
        var mixed = RulePairs.All.GroupBy(p => p.Slot).SelectMany(g => g.Zip(g.Skip(1), (p, next) => (Old: p.OldText, New: next.NewText)));
        var damaged = Enumerable.Range(0, TestForm.Count(full: 100, sample: 40)).Select(n => FuzzCase.Create(seed: 14, n)).Select(c => (Old: FuzzSeeds.All.First(s => s.Name == c.Origin).Text, New: c.Text));

        var unknown = mixed.Concat(damaged).AsParallel().SelectMany(d => PairFindings.Of(d.Old, d.New)).Where(f => f.Change.Id == ChangeRules.Unknown).Select(f => f.ToString()).Distinct().ToList();

        Assert.True(unknown.Count == 0, string.Join('\n', unknown));
    }

    [Fact]
    public void An_aspect_without_a_rule_is_a_warning()
    {
        var change = ChangeRules.Classify(new("colour", ChangeAction.Changed, Direction.Request, ChangePlaces.Body, "Item"));

        Assert.Equal(new(ChangeRules.Unknown, FindingSeverity.Warning, [], "'colour' was changed"), change);
    }

    [Fact]
    public void Aliases_are_ids_of_oasdiff_and_each_of_these_has_a_rule()
    {
        var aliases = RuleInventory.All.SelectMany(r => r.Aliases.Concat(r.UnsentAliases)).SelectMany(RuleAlias.AllOf).Distinct(StringComparer.Ordinal);

        Assert.Equal(KnownIds.Levels.Keys.Order(StringComparer.Ordinal), aliases.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_schema_in_several_places_has_the_ids_of_all_and_the_highest_severity()
    {
        var difference = new Difference(Aspects.DefaultValue, ChangeAction.Changed, Direction.Request, ChangePlaces.Parameter | ChangePlaces.Property, "Order") { OldValue = "name", NewValue = "age" };

        var change = ChangeRules.Classify(difference);

        Assert.Equal(
            new("default-changed", FindingSeverity.Breaking, ["request-parameter-default-value-changed", "request-property-default-value-changed"], "The default value changed from name to age"),
            change);
    }

    [Theory]
    [InlineData(Direction.Request, Traits.ReadOnly, FindingSeverity.Info)]
    [InlineData(Direction.Request, Traits.WriteOnly, FindingSeverity.Breaking)]
    [InlineData(Direction.Response, Traits.ReadOnly, FindingSeverity.Warning)]
    [InlineData(Direction.Response, Traits.WriteOnly, FindingSeverity.Info)]
    internal void What_is_not_sent_breaks_nothing(Direction direction, string trait, FindingSeverity expected)
    {
        var action = direction == Direction.Request ? ChangeAction.Removed : ChangeAction.Added;

        var change = ChangeRules.Classify(new(Aspects.EnumValue, action, direction, ChangePlaces.Property, "Pet.status") { OldValue = "sold", NewValue = "sold", Traits = [trait] });

        Assert.Equal(expected, change.Severity);
    }

    [Fact]
    public void A_change_of_a_schema_that_no_operation_uses_is_information()
    {
        var change = ChangeRules.Classify(new(Aspects.Type, ChangeAction.Changed, Direction.None, ChangePlaces.None, "Pet") { OldValue = "string", NewValue = "integer" });

        Assert.Equal(FindingSeverity.Info, change.Severity);
    }

    [Theory]
    [InlineData("Pet.name", "name", "The property 'name' became required")]
    [InlineData("Pet.first.name", "first.name", "The property 'first.name' became required")]
    [InlineData("POST /pets request .name", null, "The property 'name' became required")]
    public void Messages_have_the_name_of_a_property(string subject, string? property, string expected)
    {
        var pointer = property is null ? null : $"/components/schemas/Pet/properties/{property}";

        var change = ChangeRules.Classify(new(Aspects.Required, ChangeAction.Added, Direction.Request, ChangePlaces.Property, subject) { NewPointer = pointer });

        Assert.Equal(expected, change.Message);
    }

    [Fact]
    public void Braces_in_a_value_are_no_placeholder()
    {
        var change = ChangeRules.Classify(new(Aspects.Pattern, ChangeAction.Changed, Direction.Request, ChangePlaces.Property, "Pet.id") { OldValue = "{new}", NewValue = "a{2}" });

        Assert.Equal("The pattern changed from {new} to a{2}", change.Message);
    }
}
