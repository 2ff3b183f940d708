using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>Limits of numbers, strings, arrays and objects.</summary>
internal static class LimitRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    private const string Refused = "The service may reject values that were allowed.";
    private const string Allowed = "More values are allowed than before.";

    private static readonly Limit[] Limits =
    [
        new(Aspects.Max, "maximum", IsUpper: true)
        {
            Tightened = ["request-{body,property,parameter}-max-decreased"],
            Loosened = ["request-{body,property,parameter}-max-increased", "response-{body,property}-max-increased"],
            Set = ["request-{body,property,parameter}-max-set"],
            TightenedUnsent = ["request-read-only-property-max-decreased"],
        },
        new(Aspects.ExclusiveMax, "exclusive maximum", IsUpper: true)
        {
            Tightened = ["request-{body,property,parameter}-exclusive-max-decreased"],
            Loosened = ["request-{body,property,parameter}-exclusive-max-increased", "response-{body,property}-exclusive-max-increased"],
            Set = ["request-{body,property,parameter}-exclusive-max-set"],
            TightenedUnsent = ["request-read-only-property-exclusive-max-decreased"],
        },
        new(Aspects.MaxLength, "maximum length", IsUpper: true)
        {
            Tightened = ["request-{body,property,parameter}-max-length-decreased"],
            Loosened = ["request-{body,property,parameter}-max-length-increased", "response-{body,property}-max-length-increased"],
            Set = ["request-{body,property,parameter}-max-length-set"],
            Unset = ["response-{body,property}-max-length-unset"],
            TightenedUnsent = ["request-read-only-property-max-length-decreased"],
        },
        new(Aspects.MaxItems, "maximum number of items", IsUpper: true)
        {
            Tightened = ["request-{parameter}-max-items-decreased"],
            Loosened = ["request-{parameter}-max-items-increased"],
        },
        new(Aspects.MaxContains, "maximum number of items that match 'contains'", IsUpper: true)
        {
            Tightened = ["request-{body,property}-max-contains-decreased", "response-{body,property}-max-contains-decreased"],
            Loosened = ["request-{body,property}-max-contains-increased", "response-{body,property}-max-contains-increased"],
        },
        new(Aspects.MaxProperties, "maximum number of properties", IsUpper: true),
        new(Aspects.Min, "minimum", IsUpper: false)
        {
            Tightened = ["request-{body,property,parameter}-min-increased"],
            Loosened = ["request-{body,property,parameter}-min-decreased", "response-{body,property}-min-decreased"],
            Set = ["request-{body,property,parameter}-min-set"],
            TightenedUnsent = ["request-read-only-property-min-increased"],
        },
        new(Aspects.ExclusiveMin, "exclusive minimum", IsUpper: false)
        {
            Tightened = ["request-{body,property,parameter}-exclusive-min-increased"],
            Loosened = ["request-{body,property,parameter}-exclusive-min-decreased", "response-{body,property}-exclusive-min-decreased"],
            Set = ["request-{body,property,parameter}-exclusive-min-set"],
            TightenedUnsent = ["request-read-only-property-exclusive-min-increased"],
        },
        new(Aspects.MinLength, "minimum length", IsUpper: false)
        {
            Tightened = ["request-{body,property,parameter}-min-length-increased"],
            Loosened = ["request-{body,property,parameter}-min-length-decreased", "response-{body,property}-min-length-decreased"],
        },
        new(Aspects.MinItems, "minimum number of items", IsUpper: false)
        {
            Tightened = ["request-{body,property,parameter}-min-items-increased"],
            Loosened = ["request-{parameter}-min-items-decreased", "response-{body,property}-min-items-decreased"],
            Set = ["request-{body,property,parameter}-min-items-set"],
            Unset = ["response-{body,property}-min-items-unset"],
        },
        new(Aspects.MinContains, "minimum number of items that match 'contains'", IsUpper: false)
        {
            Tightened = ["request-{body,property}-min-contains-increased", "response-{body,property}-min-contains-increased"],
            Loosened = ["request-{body,property}-min-contains-decreased", "response-{body,property}-min-contains-decreased"],
        },
        new(Aspects.MinProperties, "minimum number of properties", IsUpper: false),
    ];

    public static IEnumerable<ChangeRule> All => Limits.SelectMany(RulesOf);

    private static IEnumerable<ChangeRule> RulesOf(Limit limit)
    {
        var (tightened, loosened) = limit.IsUpper ? (ChangeAction.Decreased, ChangeAction.Increased) : (ChangeAction.Increased, ChangeAction.Decreased);

        yield return new(IdOf(limit, tightened), limit.Aspect, tightened, $"The {limit.Name} {Verb(tightened)} from {{old}} to {{new}}", Refused)
        {
            Request = Breaking,
            Response = Info,
            Aliases = limit.Tightened,
            UnsentAliases = limit.TightenedUnsent,
        };
        yield return new(IdOf(limit, loosened), limit.Aspect, loosened, $"The {limit.Name} {Verb(loosened)} from {{old}} to {{new}}", Allowed)
        {
            Request = Info,
            Response = Breaking,
            Aliases = limit.Loosened,
        };
        // Often it is only written down what the service has always required.
        yield return new($"{limit.Aspect}-set", limit.Aspect, ChangeAction.Added, $"The {limit.Name} {{new}} was set", Refused)
        {
            Request = Warning,
            Response = Info,
            Aliases = limit.Set,
        };
        yield return new($"{limit.Aspect}-unset", limit.Aspect, ChangeAction.Removed, $"The {limit.Name} {{old}} was removed", Allowed)
        {
            Request = Info,
            Response = Breaking,
            Aliases = limit.Unset,
        };
    }

    private static string IdOf(Limit limit, ChangeAction action) => $"{limit.Aspect}-{Verb(action)}";

    private static string Verb(ChangeAction action) => action == ChangeAction.Increased ? "increased" : "decreased";

    /// <summary>A keyword that limits values.</summary>
    /// <param name="Aspect">The keyword.</param>
    /// <param name="Name">What messages call it.</param>
    /// <param name="IsUpper">Whether a lower number allows less.</param>
    private sealed record Limit(string Aspect, string Name, bool IsUpper)
    {
        public EquatableArray<string> Tightened { get; init; } = [];

        public EquatableArray<string> Loosened { get; init; } = [];

        public EquatableArray<string> Set { get; init; } = [];

        public EquatableArray<string> Unset { get; init; } = [];

        public EquatableArray<string> TightenedUnsent { get; init; } = [];
    }
}
