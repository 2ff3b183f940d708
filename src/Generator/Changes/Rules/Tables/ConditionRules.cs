using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>Keywords with subschemas that restrict values, and that no other table has.</summary>
internal static class ConditionRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    private const string Refused = "Values that were allowed may be rejected.";
    private const string Allowed = "More values are allowed than before.";

    // oasdiff does not look at 'not'.
    private static readonly Condition[] Restricting =
    [
        new(Aspects.Not, "'not'", IsKnown: false),
        new(Aspects.If, "'if'"),
        new(Aspects.Then, "'then'"),
        new(Aspects.Else, "'else'"),
        new(Aspects.Contains, "'contains'"),
        new(Aspects.DependentRequired, "'dependentRequired'"),
        new(Aspects.DependentSchema, "'dependentSchemas'"),
        new(Aspects.PatternProperty, "'patternProperties'"),
        new(Aspects.PropertyNames, "'propertyNames'"),
        new(Aspects.UnevaluatedItems, "'unevaluatedItems'"),
        new(Aspects.UnevaluatedProperties, "'unevaluatedProperties'"),
    ];

    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        .. Restricting.SelectMany(RulesOf),

        // More places in the list are more that may be sent.
        new("prefix-items-added", Aspects.PrefixItems, ChangeAction.Added, "The schema {new} of one more item was added to 'prefixItems'", "Arrays may have items that they did not have before.")
        {
            Request = Info,
            Response = Breaking,
            Aliases = ["request-{body,property}-prefix-items-added", "response-{body,property}-prefix-items-added"],
        },
        new("prefix-items-removed", Aspects.PrefixItems, ChangeAction.Removed, "The schema {old} of an item was removed from 'prefixItems'", "The service may not accept the item any more.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{body,property}-prefix-items-removed", "response-{body,property}-prefix-items-removed"],
        },
        new("prefix-items-changed", Aspects.PrefixItems, ChangeAction.Changed, "'prefixItems' changed", Refused) { Request = Warning, Response = Warning },

        new("items-widened", Aspects.Items, ChangeAction.Widened, "The schema of the items was widened from {old} to {new}", "Arrays may have items that they did not have before.") { Request = Info, Response = Warning },
        new("items-narrowed", Aspects.Items, ChangeAction.Narrowed, "The schema of the items was narrowed from {old} to {new}", "Items that were allowed are rejected.") { Request = Breaking, Response = Info },

        new("additional-properties-added", Aspects.AdditionalProperties, ChangeAction.Widened, "Other properties are allowed: {new}", "Objects may have properties that are not described.")
        {
            Request = Info,
            Response = Info,
            From = "false",
        },
        new("additional-properties-removed", Aspects.AdditionalProperties, ChangeAction.Narrowed, "Other properties are no longer allowed", "Requests with properties that are not described are rejected.")
        {
            Request = Breaking,
            Response = Info,
            To = "false",
        },
        new("additional-properties-widened", Aspects.AdditionalProperties, ChangeAction.Widened, "Other properties may have any value, and no longer {old} only", Allowed) { Request = Info, Response = Warning },
        new("additional-properties-narrowed", Aspects.AdditionalProperties, ChangeAction.Narrowed, "Other properties may have {new} only", Refused) { Request = Breaking, Response = Info },
    ];

    private static IEnumerable<ChangeRule> RulesOf(Condition condition)
    {
        var (aspect, name) = (condition.Aspect, condition.Name);
        yield return new($"{aspect}-added", aspect, ChangeAction.Added, $"The condition {name} was added", Refused)
        {
            Request = Breaking,
            Response = Info,
            Aliases = Ids("added"),
        };
        yield return new($"{aspect}-removed", aspect, ChangeAction.Removed, $"The condition {name} was removed", Allowed)
        {
            Request = Info,
            Response = Breaking,
            Aliases = Ids("removed"),
        };

        // oasdiff has an id for only one of them. In the others, what changed within the subschema is not known to allow less.
        var isKnown = aspect == Aspects.DependentRequired;
        yield return new($"{aspect}-changed", aspect, ChangeAction.Changed, $"The condition {name} changed", Refused)
        {
            Request = isKnown ? Breaking : Warning,
            Response = isKnown ? Breaking : Warning,
            Aliases = isKnown ? Ids("changed") : [],
        };

        EquatableArray<string> Ids(string verb) => condition.IsKnown ? (EquatableArray<string>)[$"request-{{body,property}}-{aspect}-{verb}", $"response-{{body,property}}-{aspect}-{verb}"] : [];
    }

    /// <summary>A keyword without which more values are allowed.</summary>
    /// <param name="Aspect">The keyword.</param>
    /// <param name="Name">What messages call it.</param>
    /// <param name="IsKnown">Whether oasdiff has ids for it.</param>
    private sealed record Condition(string Aspect, string Name, bool IsKnown = true);
}
