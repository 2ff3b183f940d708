using Kiln.Generator.Changes.Comparison;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Changes.Rules.Model;

namespace Kiln.Generator.Changes.Rules.Tables;

/// <summary>Enums, constants, defaults, patterns and other conditions on single values.</summary>
internal static class ValueRules
{
    private const FindingSeverity Breaking = FindingSeverity.Breaking;
    private const FindingSeverity Warning = FindingSeverity.Warning;
    private const FindingSeverity Info = FindingSeverity.Info;

    private const string Refused = "Other values are no longer accepted.";
    private const string Allowed = "More values are allowed than before.";

    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new("became-enum", Aspects.Enum, ChangeAction.Added, "The values were restricted to an enum", Refused)
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{body,property,parameter}-became-enum", "request-{header-property}-became-enum"],
        },
        new("enum-removed", Aspects.Enum, ChangeAction.Removed, "The enum was removed", "Any value is allowed.") { Request = Info, Response = Warning },
        new("enum-value-added", Aspects.EnumValue, ChangeAction.Added, "The enum value '{new}' was added", "Clients may receive a value that they do not know.")
        {
            Request = Info,
            Response = Warning,
            Aliases = ["request-{property,parameter,parameter-property}-enum-value-added", "response-{property}-enum-value-added"],
            UnsentAliases = ["response-write-only-property-enum-value-added"],
        },
        new("enum-value-removed", Aspects.EnumValue, ChangeAction.Removed, "The enum value '{old}' was removed", "Requests with the value are rejected.")
        {
            Request = Breaking,
            Response = Info,
            Aliases =
            [
                "request-{body,property,parameter,parameter-property}-enum-value-removed",
                "response-{property}-enum-value-removed",
                "response-{mediatype}-enum-value-removed",
            ],
            UnsentAliases = ["request-read-only-property-enum-value-removed"],
        },
        new("extensible-enum-value-added", Aspects.ExtensibleEnumValue, ChangeAction.Added, "The known value '{new}' was added", "Clients must expect unknown values of an extensible enum.")
        {
            Request = Info,
            Response = Info,
        },
        new("extensible-enum-value-removed", Aspects.ExtensibleEnumValue, ChangeAction.Removed, "The known value '{old}' was removed", "Requests with the value are rejected.")
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{property,parameter}-x-extensible-enum-value-removed"],
        },

        new("const-added", Aspects.Const, ChangeAction.Added, "The constant value {new} was added", Refused)
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{body,property}-const-added", "response-{body,property}-const-added"],
        },
        new("const-changed", Aspects.Const, ChangeAction.Changed, "The constant value changed from {old} to {new}", "The old value is no longer accepted or sent.")
        {
            Request = Breaking,
            Response = Breaking,
            Aliases = ["request-{body,property}-const-changed", "response-{body,property}-const-changed"],
        },
        new("const-removed", Aspects.Const, ChangeAction.Removed, "The constant value {old} was removed", Allowed)
        {
            Request = Info,
            Response = Breaking,
            Aliases = ["request-{body,property}-const-removed", "response-{body,property}-const-removed"],
        },

        .. Default("added", ChangeAction.Added, "The default value {new} was added"),
        .. Default("changed", ChangeAction.Changed, "The default value changed from {old} to {new}"),
        .. Default("removed", ChangeAction.Removed, "The default value {old} was removed"),

        new("pattern-added", Aspects.Pattern, ChangeAction.Added, "The pattern {new} was added", Refused)
        {
            Request = Breaking,
            Response = Info,
            Aliases = ["request-{property,parameter}-pattern-added", "response-{property}-pattern-added"],
        },
        new("pattern-changed", Aspects.Pattern, ChangeAction.Changed, "The pattern changed from {old} to {new}", "Whether the old values match is not known.")
        {
            Request = Warning,
            Response = Info,
            Aliases = ["request-{property,parameter}-pattern-changed", "response-{property}-pattern-changed"],
        },
        new("pattern-narrowed", Aspects.Pattern, ChangeAction.Narrowed, "The pattern was narrowed from {old} to {new}", Refused)
        {
            Request = Warning,
            Response = Info,
            Aliases = ["request-{property,parameter}-pattern-changed", "response-{property}-pattern-changed"],
        },
        new("pattern-widened", Aspects.Pattern, ChangeAction.Widened, "The pattern was widened from {old} to {new}", Allowed)
        {
            Request = Info,
            Response = Info,
            Aliases = ["request-{property,parameter}-pattern-generalized", "response-{property}-pattern-changed"],
        },
        new("pattern-removed", Aspects.Pattern, ChangeAction.Removed, "The pattern {old} was removed", Allowed)
        {
            Request = Info,
            Response = Info,
            Aliases = ["request-{property,parameter}-pattern-removed", "response-{property}-pattern-removed"],
        },

        new("multiple-of-added", Aspects.MultipleOf, ChangeAction.Added, "Values have to be multiples of {new}", Refused) { Request = Warning, Response = Info },
        new("multiple-of-changed", Aspects.MultipleOf, ChangeAction.Changed, "Values have to be multiples of {new}, and no longer of {old}", Refused) { Request = Warning, Response = Info },
        new("multiple-of-widened", Aspects.MultipleOf, ChangeAction.Widened, "Values have to be multiples of {new}, and no longer of {old}", Allowed) { Request = Info, Response = Info },
        new("multiple-of-narrowed", Aspects.MultipleOf, ChangeAction.Narrowed, "Values have to be multiples of {new}, and not only of {old}", Refused) { Request = Warning, Response = Info },
        new("multiple-of-removed", Aspects.MultipleOf, ChangeAction.Removed, "Values no longer have to be multiples of {old}", Allowed) { Request = Info, Response = Warning },
        new("unique-items-added", Aspects.UniqueItems, ChangeAction.Added, "Items have to be unique", "Arrays with equal items are no longer accepted.") { Request = Warning, Response = Info },
        new("unique-items-removed", Aspects.UniqueItems, ChangeAction.Removed, "Items no longer have to be unique", "Arrays may have equal items.") { Request = Info, Response = Warning },
    ];

    // A parameter that is left out has the value of its default, so that requests mean something else than before; oasdiff takes other defaults for remarks.
    private static IEnumerable<ChangeRule> Default(string verb, ChangeAction action, string message)
    {
        yield return new($"default-{verb}", Aspects.DefaultValue, action, message, "Requests without the parameter mean something else than before.")
        {
            Request = Breaking,
            Places = ChangePlaces.Parameter,
            Aliases = [$"request-{{parameter}}-default-value-{verb}"],
        };
        yield return new($"default-{verb}", Aspects.DefaultValue, action, message, "A value that is left out means something else than before.")
        {
            Request = Info,
            Response = Info,
            Aliases = [$"request-{{body,property}}-default-value-{verb}", $"response-{{body,property}}-default-value-{verb}"],
        };
    }
}
