using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.Rules;

/// <summary>Finds the rule of a difference.</summary>
internal static class ChangeRules
{
    /// <summary>The id of a difference for which there is no rule.</summary>
    public const string Unknown = "other-change";

    private static readonly ChangePlaces[] SinglePlaces =
    [
        ChangePlaces.Body, ChangePlaces.Property, ChangePlaces.Parameter, ChangePlaces.ParameterProperty, ChangePlaces.Header, ChangePlaces.HeaderProperty,
    ];

    // A change of one of these says itself whether values are sent.
    private static readonly string[] SentInAnyCase = [Aspects.ReadOnly, Aspects.WriteOnly];

    private static readonly ILookup<(string, ChangeAction), ChangeRule> ByDifference = RuleInventory.All.ToLookup(r => (r.Aspect, r.Action));

    /// <summary>What a difference means. A schema that is used in several places can have a rule for each; the most severe decides.</summary>
    public static ClassifiedChange Classify(Difference difference)
    {
        var found = PlacesOf(difference).Select(p => Find(difference, p) is { } rule ? Apply(rule, difference, p) : null).OfType<ClassifiedChange>().ToList();
        if (found.Count == 0)
            return new(Unknown, FindingSeverity.Warning, [], RuleMessage.OfUnknown(difference));

        var worst = found.OrderByDescending(c => c.Severity).First();
        return worst with { Aliases = found.SelectMany(c => c.Aliases).Distinct(StringComparer.Ordinal).OrderBy(a => a, StringComparer.Ordinal).ToEquatableArray() };
    }

    // A header of a request is a parameter, whatever else is said of its place.
    private static IEnumerable<ChangePlaces> PlacesOf(Difference difference)
    {
        var places = difference.Places;
        if (difference.Direction == Direction.Request && (places & (ChangePlaces.Parameter | ChangePlaces.ParameterProperty)) != 0)
            places &= ~(ChangePlaces.Header | ChangePlaces.HeaderProperty);
        return places == ChangePlaces.None ? [ChangePlaces.None] : SinglePlaces.Where(p => (places & p) != 0);
    }

    private static ChangeRule? Find(Difference difference, ChangePlaces place) => ByDifference[(difference.Aspect, difference.Action)].FirstOrDefault(r => r.Fits(difference, place));

    private static ClassifiedChange Apply(ChangeRule rule, Difference difference, ChangePlaces place)
    {
        var isUnsent = IsUnsent(difference) && !SentInAnyCase.Contains(rule.Aspect);
        var severity = isUnsent ? FindingSeverity.Info : rule.In(difference.Direction)!.Value;
        // Whether it is a header of a request decides only which ids it has.
        var places = place | (difference.Direction == Direction.Request ? difference.Places & (ChangePlaces.Header | ChangePlaces.HeaderProperty) : ChangePlaces.None);
        var aliases = (isUnsent ? rule.UnsentAliases : rule.Aliases).Items.SelectMany(a => RuleAlias.IdsOf(a, difference, places));
        return new(rule.Id, severity, aliases.ToEquatableArray(), RuleMessage.Of(rule, difference, place));
    }

    private static bool IsUnsent(Difference difference) =>
        (difference.Direction == Direction.Request && difference.Has(Traits.ReadOnly)) || (difference.Direction == Direction.Response && difference.Has(Traits.WriteOnly));
}
